"""The silence procedure: every branch, races around the deadline, and a machine against a naive model."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from accord.engine.rules import Case, decide, gather
from accord.engine.rules.silence import (
    Procedure,
    SilenceError,
    Watch,
    announce,
    close,
    doubts,
    extend,
    restart,
    say,
    state,
    take_back,
)
from accord.formats.rules import in_force

START = datetime(2024, 6, 3, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPENS, DEADLINE, DRAIN = START + HOUR, START + 3 * DAY, timedelta(seconds=30)
ASKED = ("XAA", "XBB", "XCC")
AFTER = DEADLINE + DRAIN
SURE = Watch()


def procedure(**changed: object) -> Procedure:
    made = announce("t1", ("a1",), ASKED, at=START, opens=OPENS, deadline=DEADLINE, drain=DRAIN)
    return replace(made, **changed)  # type: ignore[arg-type]


def objected(at: datetime, member: str = "XBB", kind: str = "objection") -> Procedure:
    return say(procedure(), member, kind, at)[0]  # type: ignore[arg-type]


def closed(given: Procedure, at: datetime = AFTER, watch: Watch = SURE, text: str = "t1", **more: str) -> Procedure:
    return close(given, text, ("a1",), at, watch, **more)


def test_state_goes_with_time_alone() -> None:
    moments = {START: "announced", OPENS: "running", DEADLINE - timedelta(microseconds=1): "running"}
    assert {at: state(procedure(), at) for at in moments} == moments
    assert [state(procedure(), at) for at in (DEADLINE, AFTER + DAY)] == ["expired", "expired"]


@pytest.mark.parametrize("kind", ["objection", "amendment"])
@pytest.mark.parametrize("at", [START, OPENS, DEADLINE - timedelta(microseconds=1)])
def test_one_objection_or_amendment_in_time_breaks_for_good(kind: str, at: datetime) -> None:
    broken = objected(at, kind=kind)
    assert state(broken, at) == state(broken, AFTER) == state(take_back(broken, "XBB"), AFTER) == "broken"
    done = closed(broken, at)
    assert done.closing is not None
    assert (done.closing.outcome, done.closing.reason) == ("not_adopted", "silence was broken by XBB")


def test_what_arrives_at_the_deadline_is_late_and_kept() -> None:
    late, in_time = say(procedure(), "XBB", "objection", DEADLINE, "too late")
    assert (in_time, state(late, DEADLINE), [each.words for each in late.late]) == (False, "expired", ["too late"])
    assert closed(late).closing is not None
    assert closed(late).closing.outcome == "adopted"  # type: ignore[union-attr]


def test_the_stamp_counts_and_not_when_it_was_read() -> None:
    read_later, _late = say(procedure(), "XCC", "objection", DEADLINE + timedelta(seconds=5))
    both, in_time = say(read_later, "XBB", "objection", DEADLINE - timedelta(seconds=1))
    assert (in_time, [each.member for each in both.breaking]) == (True, ["XBB"])


def test_a_zone_changes_nothing_about_the_instant() -> None:
    almaty = timezone(5 * HOUR)
    assert not say(procedure(), "XBB", "objection", DEADLINE.astimezone(almaty))[1]
    assert say(procedure(), "XBB", "objection", (DEADLINE - HOUR).astimezone(almaty))[1]


def test_consent_is_kept_and_an_objection_after_it_counts() -> None:
    said, _ = say(procedure(), "XAA", "consent", OPENS)
    said, _ = say(said, "XBB", "consent", OPENS)
    said, _ = say(said, "XBB", "objection", OPENS + HOUR)
    assert {line.member: line.position for line in said.lines()} == {"XAA": "no_objection", "XBB": "objection"}
    assert state(said, OPENS + HOUR) == "broken"


def test_an_objection_is_not_undone_by_consent_after_it() -> None:
    said, _ = say(objected(OPENS), "XBB", "consent", OPENS + HOUR)
    assert {line.member: line.position for line in said.lines()} == {"XBB": "objection"}


def test_extension_moves_the_deadline_only_forward_and_only_while_it_runs() -> None:
    longer = extend(procedure(), DEADLINE + DAY, DEADLINE - HOUR)
    assert (state(longer, DEADLINE), longer.turns[0].deadline) == ("extended", DEADLINE)
    assert say(longer, "XBB", "objection", DEADLINE)[1]
    for given, deadline, at, reason in [
        (procedure(), DEADLINE - HOUR, OPENS, "only ever extended"),
        (procedure(), DEADLINE + DAY, DEADLINE, "is expired"),
        (objected(OPENS), DEADLINE + DAY, OPENS + HOUR, "is broken"),
        (closed(procedure()), DEADLINE + DAY, AFTER, "is closed"),
    ]:
        with pytest.raises(SilenceError, match=reason):
            extend(given, deadline, at)


def again(given: Procedure, text: str = "t2", at: datetime = AFTER, watch: Watch = SURE) -> Procedure:
    return restart(given, text, ("a1",), at=at, opens=at, deadline=at + DAY, watch=watch)


def test_restart_on_another_text_forgets_nothing_and_asks_anew() -> None:
    anew = again(objected(OPENS))
    assert (state(anew, AFTER), anew.text, anew.said, [each.member for each in anew.past]) == (
        "restarted", "t2", (), ["XBB"],
    )  # fmt: skip
    assert closed(anew, AFTER + DAY + DRAIN, text="t2").closing is not None


def test_the_same_text_is_not_put_again_over_an_objection_or_an_agreement() -> None:
    with pytest.raises(SilenceError, match="XBB objected to this very text"):
        again(objected(OPENS), "t1")
    assert state(again(take_back(objected(OPENS), "XBB"), "t1"), AFTER) == "restarted"
    with pytest.raises(SilenceError, match="nobody objected"):
        again(procedure(), "t1")
    assert state(again(procedure(), "t1", watch=Watch(drift=3 * HOUR)), AFTER) == "restarted"


def test_nothing_closes_before_the_drain_or_on_another_text_or_twice() -> None:
    for at in (OPENS, DEADLINE, AFTER - timedelta(microseconds=1)):
        with pytest.raises(SilenceError, match="after the drain"):
            closed(procedure(), at)
    with pytest.raises(SilenceError, match="not the one that was put under silence"):
        closed(procedure(), text="t2")
    done = closed(procedure())
    for act in (lambda: closed(done), lambda: say(done, "XAA", "objection", OPENS), lambda: again(done)):
        with pytest.raises(SilenceError, match=r"was closed at 2024-06-06 09:00:30 UTC: adopted"):
            act()


@pytest.mark.parametrize(
    ("watch", "doubtful"),
    [
        (Watch(drift=timedelta(seconds=2)), False),
        (Watch(drift=timedelta(seconds=-3)), True),
        (Watch(away=((DEADLINE - 2 * HOUR, DEADLINE - HOUR),)), False),
        (Watch(away=((DEADLINE - 2 * HOUR, DEADLINE - HOUR + timedelta(seconds=1)),)), True),
        (Watch(away=((DEADLINE, DEADLINE + HOUR),)), False),
    ],
)
def test_a_doubt_stops_time_and_the_chair_answers_for_it(watch: Watch, doubtful: bool) -> None:
    assert bool(doubts(procedure(), watch)) is doubtful
    if not doubtful:
        assert closed(procedure(), watch=watch).closing.by == "time"  # type: ignore[union-attr]
        return
    with pytest.raises(SilenceError, match="The chair puts it again"):
        closed(procedure(), watch=watch)
    by_chair = closed(procedure(), watch=watch, confirmed="all three were asked by telephone").closing
    assert by_chair is not None
    assert (by_chair.by, "telephone" in by_chair.reason) == ("chair", True)
    over_objection = closed(objected(OPENS), watch=watch, confirmed="nobody minds").closing
    assert over_objection is not None
    assert over_objection.outcome == "not_adopted"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"asked": ()}, "nobody is asked"),
        ({"opens": START - HOUR}, "before it is announced"),
        ({"deadline": OPENS}, "not after the beginning"),
        ({"deadline": DEADLINE.replace(tzinfo=None)}, "give the zone"),
        ({"drain": timedelta(0)}, "drain"),
    ],
)
def test_an_impossible_procedure_is_refused(changed: dict[str, object], reason: str) -> None:
    given = {"at": START, "opens": OPENS, "deadline": DEADLINE, "drain": DRAIN, "asked": ASKED} | changed
    asked = given.pop("asked")
    with pytest.raises(SilenceError, match=reason):
        announce("t1", (), asked, **given)  # type: ignore[arg-type]


def test_who_was_not_asked_breaks_nothing() -> None:
    with pytest.raises(SilenceError, match="XZZ was not asked"):
        say(procedure(), "XZZ", "objection", OPENS)
    with pytest.raises(SilenceError, match="no objection here"):
        take_back(procedure(), "XAA")


def test_its_lines_decide_the_shipped_rule() -> None:
    silence = in_force("osce-silence", START.date())
    assert silence is not None
    members = [member.code for member in silence.roster.at(START.date())]
    given = announce("t", (), tuple(members), at=START, opens=OPENS, deadline=DEADLINE, drain=DRAIN)
    broken, _ = say(given, members[3], "objection", OPENS)
    for each, outcome in ((given, "adopted"), (broken, "not_adopted")):
        case = gather(silence, each.lines(), START.date(), deadline=each.deadline, closed=AFTER)
        assert isinstance(case, Case)
        assert decide(silence, case).outcome == outcome


# Races: requests with stamps around the deadline are worked on in any order, between closers that try again and again.


def race(seed: int, drain: timedelta) -> tuple[bool, str]:
    """Return whether an objection arrived in time, and the outcome that the closers found."""
    dice = random.Random(seed)  # noqa: S311 -- races, no secrets
    given = procedure(drain=drain)
    stamp = DEADLINE + timedelta(milliseconds=dice.randint(-100, 100))
    objection = (stamp + timedelta(milliseconds=dice.randint(0, 90)), "objection")
    closers = [(DEADLINE + timedelta(milliseconds=dice.randint(-50, 400)), "close") for _ in range(dice.randint(1, 4))]
    for at, what in sorted([objection, *closers, (DEADLINE + DAY, "close")]):
        try:
            given = say(given, "XBB", "objection", stamp)[0] if what == "objection" else closed(given, at)
        except SilenceError:
            continue
    assert given.closing is not None
    return stamp < DEADLINE, given.closing.outcome


def contradictions(count: int, drain: timedelta) -> int:
    found = (race(seed, drain) for seed in range(count))
    return sum(in_time is (outcome == "adopted") for in_time, outcome in found)


def test_500_races_have_no_contradiction_and_a_short_drain_is_caught() -> None:
    assert contradictions(500, timedelta(milliseconds=100)) == 0
    assert contradictions(500, timedelta(milliseconds=1)) > 10


@pytest.mark.long
def test_10_000_races_have_no_contradiction() -> None:
    assert contradictions(10_000, timedelta(milliseconds=100)) == 0


class Machine(RuleBasedStateMachine):
    """A procedure and a naive account of it, through any sequence of acts."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.deadline, self.text = START, DEADLINE, "t1"
        self.objectors: set[str] = set()
        self.holding: set[str] = set()
        self.procedure = procedure()

    @rule(hours=st.integers(0, 40))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(member=st.sampled_from(ASKED), kind=st.sampled_from(["objection", "amendment", "consent"]))
    @precondition(lambda self: not self.procedure.closing)
    def speak(self, member: str, kind: str) -> None:
        self.procedure, in_time = say(self.procedure, member, kind, self.now)  # type: ignore[arg-type]
        assert in_time == (self.now < self.deadline)
        if in_time and kind != "consent":
            self.objectors.add(member)
            self.holding.add(member)

    @rule(member=st.sampled_from(ASKED))
    @precondition(lambda self: not self.procedure.closing and self.holding)
    def give_way(self, member: str) -> None:
        if member in self.holding:
            self.procedure = take_back(self.procedure, member)
            self.holding.discard(member)

    @rule(hours=st.integers(1, 30))
    def extend(self, hours: int) -> None:
        able = not self.procedure.closing and not self.objectors and self.now < self.deadline
        later = self.deadline + timedelta(hours=hours)
        try:
            self.procedure = extend(self.procedure, later, self.now)
        except SilenceError:
            assert not able
        else:
            assert able
            self.deadline = later

    @rule(same=st.booleans(), hours=st.integers(1, 30))
    @precondition(lambda self: not self.procedure.closing)
    def again(self, same: bool, hours: int) -> None:
        text = self.text if same else self.text + "'"
        deadline = self.now + timedelta(hours=hours)
        settled = not self.objectors and self.now >= self.deadline
        try:
            self.procedure = restart(self.procedure, text, ("a1",), at=self.now, opens=self.now, deadline=deadline)
        except SilenceError:
            assert same
            assert self.holding or settled
        else:
            assert not same or not (self.holding or settled)
            self.text, self.deadline, self.objectors, self.holding = text, deadline, set(), set()

    @rule()
    @precondition(lambda self: not self.procedure.closing)
    def close(self) -> None:
        try:
            self.procedure = close(self.procedure, self.text, ("a1",), self.now, SURE)
        except SilenceError:
            assert not self.objectors
            assert self.now < self.deadline + DRAIN

    @invariant()
    def never_adopted_over_an_objection(self) -> None:
        done = self.procedure.closing
        assert not done or (done.outcome == "adopted") == (not self.objectors)
        assert {each.member for each in self.procedure.breaking} == self.objectors


Machine.TestCase.settings = settings(max_examples=300, stateful_step_count=12, deadline=None)
TestProcedure = Machine.TestCase
