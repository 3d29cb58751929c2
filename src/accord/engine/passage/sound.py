"""Whether a course that was entered as reported can have been."""

from __future__ import annotations

from itertools import pairwise

from accord.engine.passage.looking import completed
from accord.engine.passage.model import Course, PassageError, Stop, stage_of


def check(course: Course) -> None:
    """
    Refuse a course that cannot have been.

    A report may leave steps out that nobody speaks of; the order of what it tells has to hold.

    Raises:
        PassageError: a step of another way; a stop that ends before it begins or is followed by an earlier one; a
            document at two stages at one time, at one step twice without a return, or moved after it was completed.
    """
    for stop in course.stops:
        stage_of(course, stop.step)
        if stop.since and stop.until and stop.until < stop.since:
            raise PassageError("backwards", stop.step, stop.since)
    for place, (one, other) in enumerate(pairwise(course.stops)):
        _check_pair(course, place, one, other)
        _check_day(course, place, other)


def _check_pair(course: Course, place: int, one: Stop, other: Stop) -> None:
    here, there = stage_of(course, one.step), stage_of(course, other.step)
    left_open = next((stop.step for stop in course.stops[: place + 1] if not stop.outcome), "")
    if here != there and left_open:
        raise PassageError("still here", left_open)
    if there < here and one.outcome != "returned":
        raise PassageError("behind", other.step)
    if one.step == other.step and one.outcome != "returned":
        raise PassageError("twice", one.step)
    if here < there and completed(_until(course, place)):
        raise PassageError("completed", one.step)


def _check_day(course: Course, place: int, other: Stop) -> None:
    """Refuse a stop whose days lie before what is known of those before it, beside which it does not stand."""
    there, first = stage_of(course, other.step), other.since or other.until
    for one in course.stops[: place + 1]:
        last = one.until or one.since
        if stage_of(course, one.step) != there and first and last and first < last:
            raise PassageError("before", other.step, last)


def _until(course: Course, place: int) -> Course:
    return Course(course.steps, course.stops[: place + 1], course.final)
