"""Moves of a document: each gives another course, or is refused with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from accord.engine.passage.looking import completed, front, standing, standing_stops
from accord.engine.passage.model import (
    COMPLETING,
    ENDINGS,
    PASSING,
    Course,
    PassageError,
    Stop,
    final_key,
    last_day,
    stage_of,
    stages,
)


def arrive(course: Course, keys: Sequence[str], day: date | None) -> Course:
    """
    Return the course with the document at these steps.

    Args:
        keys: steps of one stage: all of it that may not be passed over, and any of the others.

    Raises:
        PassageError: it has ended, is still elsewhere, or cannot go there from where it is.
    """
    _require_open(course, day)
    if not keys or len(set(keys)) < len(keys):
        raise PassageError("twice" if keys else "unknown step")
    still = next((stop.step for stop in course.stops if not stop.outcome), "")
    if still:
        raise PassageError("still here", still)
    _require_reach(course, keys)
    return replace(course, stops=(*course.stops, *(Stop(key, day) for key in keys)))


def leave(course: Course, key: str, outcome: str, day: date | None) -> Course:
    """
    Return the course with the document gone from one step.

    Args:
        outcome: one of ``PASSING``; "adopted" and "signed" at the step that completes it alone, "forwarded" at others.

    Raises:
        PassageError: it is not there, or cannot leave it so.
    """
    _require_open(course, day)
    place = next((at for at, stop in enumerate(course.stops) if stop.step == key and not stop.outcome), None)
    if place is None:
        raise PassageError("not here", key)
    _require_outcome(course, key, outcome)
    stop = course.stops[place]
    if day and stop.since and day < stop.since:
        raise PassageError("before", key, stop.since)
    return replace(course, stops=_with(course.stops, place, replace(stop, until=day, outcome=outcome)))


def send_back(course: Course, key: str, day: date | None) -> Course:
    """
    Return the course with the document returned to an earlier step; what was passed since has to be passed again.

    Raises:
        PassageError: it has ended, is at no step, or the step does not lie behind it.
    """
    _require_open(course, day)
    if all(stop.outcome for stop in course.stops):
        raise PassageError("nowhere")
    if stage_of(course, key) >= front(course):
        raise PassageError("not behind", key)
    returned = tuple(stop if stop.outcome else replace(stop, until=day, outcome="returned") for stop in course.stops)
    return replace(course, stops=(*returned, Stop(key, day)))


def end(course: Course, how: str, day: date | None) -> Course:
    """Return the course of a document that is withdrawn, split or merged. Raises PassageError where it has ended."""
    if how not in ENDINGS:
        raise PassageError("no outcome")
    _require_open(course, day)
    stops = tuple(stop if stop.outcome else replace(stop, until=day, outcome=how) for stop in course.stops)
    return replace(course, stops=stops, ended=how, ended_on=day)


def split(course: Course, parts: int, day: date | None) -> tuple[Course, tuple[Course, ...]]:
    """
    Return a document that is split, and its parts: each has passed what it has passed, and stands where it stood.

    Raises:
        PassageError: it has ended, or there are less than two parts.
    """
    if parts < 2:
        raise PassageError("too few")
    return end(course, "split", day), (replace(course, stops=_handed_on(course, day)),) * parts


def merge(courses: Sequence[Course], day: date | None) -> tuple[tuple[Course, ...], Course]:
    """
    Return documents that are merged, and the one that they become.

    It stands where the one that has come least far stands, and has passed what each of them has passed.

    Raises:
        PassageError: there are less than two, one has ended, or they are not on one way.
    """
    if len(courses) < 2:
        raise PassageError("too few")
    if len({(each.steps, final_key(each)) for each in courses}) > 1:
        raise PassageError("another way")
    ended = tuple(end(each, "merged", day) for each in courses)
    hindmost = min(courses, key=lambda each: (front(each), standing(each).state != "here"))
    return ended, replace(hindmost, stops=tuple(_shared(courses, _handed_on(hindmost, day))))


def _handed_on(course: Course, day: date | None) -> tuple[Stop, ...]:
    """Return the stops that count, those that are open begun anew."""
    return tuple(stop if stop.outcome else replace(stop, since=day) for stop in standing_stops(course))


def _shared(courses: Sequence[Course], stops: Sequence[Stop]) -> list[Stop]:
    """Return the open stops, and those that every document has left."""
    passed = [{stop.step for stop in standing_stops(each) if stop.outcome in PASSING} for each in courses]
    return [stop for stop in stops if not stop.outcome or all(stop.step in each for each in passed)]


def _with(stops: tuple[Stop, ...], place: int, stop: Stop) -> tuple[Stop, ...]:
    return (*stops[:place], stop, *stops[place + 1 :])


def _require_open(course: Course, day: date | None) -> None:
    if course.ended:
        raise PassageError("ended", day=course.ended_on)
    if completed(course):
        raise PassageError("completed", final_key(course))
    last = last_day(course)
    if day and last and day < last:
        raise PassageError("before", day=last)


def _require_reach(course: Course, keys: Sequence[str]) -> None:
    places = {stage_of(course, key) for key in keys}
    if len(places) > 1:
        raise PassageError("several stages")
    (place,) = places
    groups, reached = stages(course.steps), front(course)
    if place <= reached:
        raise PassageError("behind", keys[0])
    if place > stage_of(course, final_key(course)):
        raise PassageError("too far", final_key(course))
    over = [step.key for group in groups[reached + 1 : place] for step in group if not step.optional]
    if over:
        raise PassageError("too far", over[0])
    missing = [step.key for step in groups[place] if not step.optional and step.key not in keys]
    if missing:
        raise PassageError("left out", missing[0])


def _require_outcome(course: Course, key: str, outcome: str) -> None:
    if outcome not in PASSING:
        raise PassageError("no outcome", key)
    last = key == final_key(course)
    if outcome in ("adopted", "signed") and not last:
        raise PassageError("not the last", key)
    if last and outcome not in COMPLETING:
        raise PassageError("the last", key)
