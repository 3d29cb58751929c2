"""The way of a document: what moves are possible, and the laws that hold whatever is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.passage import (
    PASSING,
    Course,
    PassageError,
    Step,
    Stop,
    arrive,
    as_on,
    check,
    end,
    leave,
    merge,
    send_back,
    split,
    stages,
    standing,
    state_at,
)

STEPS = (
    Step("experts", "experts", optional=True),
    Step("clearance", "clearance"),
    Step("pc"),
    Step("cmd", optional=True),
    Step("cssc", optional=True, parallel=True),
    Step("cmfa"),
    Step("csc"),
)
"""The way of the public facts: ministers of defence and secretaries beside one another, neither of them for all."""

DAY = date(2031, 3, 1)


def days(count: int) -> date:
    """Return a day after the first."""
    return DAY + timedelta(days=count)


def at_ministers(final: str = "csc") -> Course:
    """Return a document that has come to the foreign ministers."""
    course = Course(STEPS, final=final)
    for count, (key, outcome) in enumerate((("clearance", "cleared"), ("pc", "forwarded"))):
        course = leave(arrive(course, [key], days(count * 2)), key, outcome, days(count * 2 + 1))
    return arrive(course, ["cmfa"], days(4))


def test_document_is_where_it_arrived_and_goes_on_to_what_is_next() -> None:
    begun = Course(STEPS)
    assert (standing(begun).state, standing(begun).ahead) == ("not begun", (("experts",), ("clearance",)))

    here = standing(arrive(begun, ["clearance"], DAY))
    assert (here.state, here.at, here.since, here.ahead) == ("here", ("clearance",), DAY, ())

    gone = standing(leave(arrive(begun, ["clearance"], DAY), "clearance", "cleared", days(1)))
    assert (gone.state, gone.at, gone.since, gone.ahead) == ("between", (), days(1), (("pc",),))


def test_document_is_completed_by_its_own_last_step() -> None:
    done = leave(at_ministers("cmfa"), "cmfa", "adopted", days(5))
    assert (standing(done).state, standing(done).since, standing(done).beyond) == ("completed", days(5), ())
    onward = leave(at_ministers(), "cmfa", "forwarded", days(5))
    assert (standing(onward).state, standing(onward).ahead) == ("between", (("csc",),))


def test_parallel_steps_have_it_at_one_time_and_each_lets_it_go() -> None:
    course = leave(arrive(Course(STEPS[3:]), ["cmd", "cssc"], DAY), "cmd", "approved", days(1))
    assert standing(course).at == ("cssc",)
    with pytest.raises(PassageError, match="still here: cssc"):
        arrive(course, ["cmfa"], days(2))
    assert standing(leave(course, "cssc", "approved", days(2))).ahead == (("cmfa",),)


def test_returned_document_passes_again_what_it_had_passed() -> None:
    back = send_back(at_ministers(), "clearance", days(6))
    assert (standing(back).at, standing(back).since) == (("clearance",), days(6))
    assert [state_at(back, step.key) for step in STEPS] == [
        "", "here", "returned", "", "", "returned", "expected"
    ]  # fmt: skip
    again = leave(back, "clearance", "cleared", days(7))
    assert standing(again).ahead == (("pc",),)


def test_path_tells_what_was_passed_what_is_here_and_what_is_expected() -> None:
    course = at_ministers()
    assert [state_at(course, step.key) for step in STEPS] == ["", "cleared", "forwarded", "", "", "here", "expected"]
    withdrawn = end(course, "withdrawn", days(6))
    assert (state_at(withdrawn, "cmfa"), state_at(withdrawn, "csc")) == ("withdrawn", "")


def test_earlier_day_shows_what_was_known_then() -> None:
    course = leave(at_ministers("cmfa"), "cmfa", "adopted", days(5))
    assert standing(as_on(course, days(4))).at == ("cmfa",)
    assert standing(as_on(course, days(2))).at == ("pc",)
    assert standing(as_on(course, days(5))).state == "completed"
    assert standing(as_on(end(at_ministers(), "withdrawn", days(9)), days(8))).state == "here"


def test_stop_without_a_day_had_not_been_made_while_one_before_it_had_the_document() -> None:
    stops = (Stop("experts", DAY, days(3), "approved"), Stop("clearance", None, None, "cleared"), Stop("pc", days(9)))
    course = Course(STEPS, stops)
    assert (standing(as_on(course, days(2))).at, len(as_on(course, days(2)).stops)) == (("experts",), 1)
    assert [stop.step for stop in as_on(course, days(4)).stops] == ["experts", "clearance"]
    assert standing(as_on(course, days(4))).ahead == (("pc",),)


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (lambda: arrive(Course(STEPS), ["pc"], DAY), "too far: clearance"),
        (lambda: arrive(Course(STEPS), ["nowhere"], DAY), "unknown step: nowhere"),
        (lambda: arrive(Course(STEPS), [], DAY), "unknown step"),
        (lambda: arrive(Course(STEPS), ["clearance", "clearance"], DAY), "twice"),
        (lambda: arrive(Course(STEPS), ["clearance", "pc"], DAY), "several stages"),
        (lambda: arrive(at_ministers(), ["csc"], days(9)), "still here: cmfa"),
        (lambda: arrive(leave(at_ministers(), "cmfa", "forwarded", days(5)), ["pc"], days(6)), "behind: pc"),
        (lambda: arrive(Course((Step("a"), Step("b", parallel=True))), ["a"], DAY), "left out: b"),
        (lambda: leave(at_ministers(), "pc", "approved", days(9)), "not here: pc"),
        (lambda: leave(at_ministers(), "cmfa", "adopted", days(9)), "not the last: cmfa"),
        (lambda: leave(at_ministers("cmfa"), "cmfa", "forwarded", days(9)), "the last: cmfa"),
        (lambda: leave(at_ministers(), "cmfa", "lost", days(9)), "no outcome: cmfa"),
        (lambda: leave(at_ministers(), "cmfa", "approved", days(3)), "before"),
        (lambda: send_back(at_ministers(), "csc", days(9)), "not behind: csc"),
        (lambda: send_back(leave(at_ministers(), "cmfa", "approved", days(5)), "pc", days(9)), "nowhere"),
        (lambda: end(end(at_ministers(), "withdrawn", days(5)), "withdrawn", days(6)), "ended"),
        (lambda: end(at_ministers(), "lost", days(5)), "no outcome"),
        (lambda: leave(leave(at_ministers("cmfa"), "cmfa", "signed", days(5)), "cmfa", "signed", days(6)), "completed"),
        (lambda: split(at_ministers(), 1, days(5)), "too few"),
        (lambda: merge([at_ministers()], days(5)), "too few"),
        (lambda: merge([at_ministers(), at_ministers("cmfa")], days(5)), "another way"),
    ],
)
def test_impossible_move_is_refused_with_its_reason(move: object, reason: str) -> None:
    with pytest.raises(PassageError, match=f"^{reason}"):
        move()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("stops", "reason"),
    [
        ([Stop("pc", days(2), days(1), "approved")], "backwards: pc"),
        ([Stop("pc", DAY), Stop("cmfa", DAY)], "still here: pc"),
        ([Stop("pc", DAY, days(5), "approved"), Stop("cmfa", days(2))], "before: cmfa"),
        ([Stop("cmfa", DAY, DAY, "approved"), Stop("pc", days(2))], "behind: pc"),
        ([Stop("pc", DAY, DAY, "approved"), Stop("pc", DAY)], "twice: pc"),
        ([Stop("csc", DAY, DAY, "approved"), Stop("csc", DAY)], "twice: csc"),
        ([Stop("cmd", DAY), Stop("cssc", DAY, DAY, "approved"), Stop("cmfa", DAY)], "still here: cmd"),
    ],
)
def test_report_that_cannot_have_been_is_refused(stops: list[Stop], reason: str) -> None:
    with pytest.raises(PassageError, match=f"^{reason}$"):
        check(Course(STEPS, tuple(stops)))


def test_merged_document_stands_where_the_hindmost_stood_and_keeps_what_all_have_passed() -> None:
    ahead, behind = at_ministers(), arrive(Course(STEPS, final="csc"), ["clearance"], DAY)
    ended, one = merge([ahead, behind], days(9))
    assert [standing(each).state for each in ended] == ["merged", "merged"]
    assert (standing(one).at, one.stops) == (("clearance",), (Stop("clearance", days(9)),))
    _ended, level = merge([ahead, ahead], days(9))
    assert [(stop.step, stop.outcome) for stop in level.stops] == [
        ("clearance", "cleared"), ("pc", "forwarded"), ("cmfa", "")
    ]  # fmt: skip


# Laws


@st.composite
def ways(draw: st.DrawFn) -> tuple[Step, ...]:
    """Any way of one to seven steps."""
    shapes = draw(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=7))
    return tuple(Step(f"s{place}", optional=option, parallel=beside) for place, (option, beside) in enumerate(shapes))


@st.composite
def travelled(draw: st.DrawFn) -> Course:
    """A document after any moves, possible and impossible ones, on days that go on."""
    steps = draw(ways())
    course = Course(steps, final=draw(st.sampled_from([step.key for step in steps])))
    for count in range(draw(st.integers(0, 12))):
        course = moved(course, draw(st.sampled_from(["arrive", "leave", "back", "end"])), draw, days(count))
    return course


def moved(course: Course, verb: str, draw: st.DrawFn, day: date) -> Course:
    """Return the course after one move, or the same where the move cannot be."""
    keys = [step.key for step in course.steps]
    group = draw(st.sampled_from(stages(course.steps)))
    try:
        if verb == "arrive":
            return arrive(course, [step.key for step in group], day)
        if verb == "leave":
            return leave(course, draw(st.sampled_from(keys)), draw(st.sampled_from(PASSING)), day)
        if verb == "back":
            return send_back(course, draw(st.sampled_from(keys)), day)
        return end(course, "withdrawn", day)
    except PassageError:
        return course


@given(travelled())
def test_document_is_never_at_two_stages_at_one_time(course: Course) -> None:
    there = [{step.key for step in group} for group in stages(course.steps)]
    at = set(standing(course).at)
    assert not at or sum(bool(at & group) for group in there) == 1
    assert bool(at) == (standing(course).state == "here")


@given(travelled())
def test_whatever_was_moved_is_a_sound_course_in_the_order_of_its_days(course: Course) -> None:
    check(course)
    begun = [stop.since for stop in course.stops]
    assert begun == sorted(begun)
    assert all(not stop.until or stop.since <= stop.until for stop in course.stops)


@given(travelled())
def test_document_goes_wherever_it_is_said_that_it_can_go_next(course: Course) -> None:
    for group in standing(course).ahead:
        assert set(standing(arrive(course, group, days(99))).at) == set(group)


@given(travelled(), st.integers(0, 15))
def test_earlier_day_never_tells_of_a_later_one(course: Course, count: int) -> None:
    then = as_on(course, days(count))
    known = [day for stop in then.stops for day in (stop.since, stop.until) if day]
    assert all(day <= days(count) for day in known)
    assert as_on(then, days(count)) == then


@given(travelled(), st.integers(2, 4))
def test_nothing_is_lost_when_a_document_is_split(course: Course, count: int) -> None:
    try:
        ended, parts = split(course, count, days(99))
    except PassageError:
        assert standing(course).state in ("completed", "withdrawn")
        return
    assert [replaced(stop) for stop in ended.stops] == [replaced(stop) for stop in course.stops]
    assert len(parts) == count
    for part in parts:
        check(part)
        assert standing(part).at == standing(course).at
        assert {step.key: state_at(part, step.key) for step in part.steps if passed(part, step.key)} == {
            step.key: state_at(course, step.key) for step in course.steps if passed(course, step.key)
        }


@given(st.lists(st.lists(st.sampled_from(["on", "back"]), max_size=8), min_size=2, max_size=4))
def test_merged_document_has_passed_nothing_that_one_of_them_has_not(travels: list[list[str]]) -> None:
    courses = [driven(moves) for moves in travels]
    open_ = [each for each in courses if standing(each).state != "completed"]
    if len(open_) < 2:
        return
    ended, one = merge(open_, days(99))
    check(one)
    assert {standing(each).state for each in ended} == {"merged"}
    for step in STEPS:
        assert not passed(one, step.key) or all(passed(each, step.key) for each in open_)


def driven(moves: list[str]) -> Course:
    """Return a document on the known way that goes on or is returned."""
    course = Course(STEPS)
    for count, verb in enumerate(moves):
        at, ahead = standing(course).at, standing(course).ahead
        if verb == "back" and at and at != ("clearance",):
            course = send_back(course, "clearance", days(count))
        elif at:
            course = leave(course, at[0], "approved", days(count))
        elif ahead:
            course = arrive(course, ahead[-1], days(count))
    return course


def passed(course: Course, key: str) -> bool:
    """Whether a document has passed a step, and does not have to pass it again."""
    return state_at(course, key) in PASSING


def replaced(stop: Stop) -> tuple[str, date | None]:
    """Return what of a stop no split may change."""
    return stop.step, stop.since
