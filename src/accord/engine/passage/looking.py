"""Where a document is, since when, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from accord.engine.passage.model import COMPLETING, Course, Step, Stop, final_key, stage_of, stages


@dataclass(frozen=True, slots=True)
class Standing:
    """
    How a document stands.

    Attributes:
        state: "not begun" | "here" | "between" (passed on, not yet arrived) | "completed" | "withdrawn" | "split" |
            "merged".
        at: keys of the steps that have it now. since: the first day there, None where not known.
        last: the last stop that it left, None where it left none.
        ahead: groups of steps to which it can go next; more than one where those before may be passed over.
        beyond: keys of the steps that lie before it, as far as the one that completes it.
    """

    state: str
    at: tuple[str, ...] = ()
    since: date | None = None
    last: Stop | None = None
    ahead: tuple[tuple[str, ...], ...] = ()
    beyond: tuple[str, ...] = ()


def standing(course: Course) -> Standing:
    """Return how a document stands."""
    open_ = tuple(stop for stop in course.stops if not stop.outcome)
    last = next((stop for stop in reversed(course.stops) if stop.outcome), None)
    if course.ended:
        return Standing(course.ended, since=course.ended_on, last=last)
    if completed(course):
        return Standing("completed", since=last.until if last else None, last=last)
    beyond = _beyond(course)
    if open_:
        since = min((stop.since for stop in open_ if stop.since), default=None)
        return Standing("here", tuple(stop.step for stop in open_), since, last, (), beyond)
    state = "between" if course.stops else "not begun"
    return Standing(state, (), last.until if last else None, last, ahead(course), beyond)


def completed(course: Course) -> bool:
    """Whether its last step has decided on the document, and nothing of it was sent back since."""
    final = next((stop for stop in standing_stops(course) if stop.step == final_key(course)), None)
    return final is not None and final.outcome in COMPLETING and all(stop.outcome for stop in course.stops)


def standing_stops(course: Course) -> tuple[Stop, ...]:
    """Return the stops that count: what lies behind a return and was passed before it has to be passed again."""
    counted: list[Stop] = []
    for stop in course.stops:
        here = stage_of(course, stop.step)
        if any(stage_of(course, each.step) > here or each.step == stop.step for each in counted):
            counted = [each for each in counted if stage_of(course, each.step) <= here and each.step != stop.step]
        counted.append(stop)
    return tuple(counted)


def front(course: Course) -> int:
    """Return the place of the stage that the document has reached, -1 before the first."""
    return stage_of(course, course.stops[-1].step) if course.stops else -1


def ahead(course: Course) -> tuple[tuple[str, ...], ...]:
    """Return the groups of steps that can come next, up to the first that cannot be passed over."""
    out = []
    for group in _to_come(course):
        out.append(tuple(step.key for step in group))
        if not all(step.optional for step in group):
            break
    return tuple(out)


def state_at(course: Course, key: str) -> str:
    """
    Return how a document stands at one step, for its path.

    Returns:
        An outcome of a stop; "here"; "expected" for a step that lies ahead and cannot be passed over; "" where nothing
        is known or to be expected.
    """
    counted = {stop.step: stop for stop in standing_stops(course)}
    if key in counted:
        return counted[key].outcome or "here"
    if any(stop.step == key for stop in course.stops):
        return "returned"
    ahead_of = {} if course.ended or completed(course) else {each.key: each for each in _beyond_steps(course)}
    return "expected" if key in ahead_of and not ahead_of[key].optional else ""


def as_on(course: Course, day: date) -> Course:
    """Return a course as it stood at the end of a day; what has no day is taken to have been before."""
    stops = [course.stops[place] for place in known_places(course, day)]
    known = tuple(replace(stop, until=None, outcome="") if stop.until and stop.until > day else stop for stop in stops)
    if course.ended_on and course.ended_on > day:
        return replace(course, stops=known, ended="", ended_on=None)
    return replace(course, stops=known)


def known_places(course: Course, day: date) -> tuple[int, ...]:
    """
    Return the places of the stops that had been made by the end of a day.

    A stop without a day had been made, unless one before it at another stage had not, or had the document still.
    """
    out: list[int] = []
    held: set[int] = set()
    for place, stop in enumerate(course.stops):
        stage = stage_of(course, stop.step)
        begun = stop.since <= day if stop.since else not held - {stage}
        if begun:
            out.append(place)
        if not begun or (stop.until and stop.until > day):
            held.add(stage)
    return tuple(out)


def _to_come(course: Course) -> tuple[tuple[Step, ...], ...]:
    groups, final = stages(course.steps), final_key(course)
    reach = stage_of(course, final) if final else -1
    return groups[front(course) + 1 : reach + 1]


def _beyond_steps(course: Course) -> tuple[Step, ...]:
    return tuple(step for group in _to_come(course) for step in group)


def _beyond(course: Course) -> tuple[str, ...]:
    return tuple(step.key for step in _beyond_steps(course))
