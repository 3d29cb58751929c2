"""Whether a course that was entered as reported can have been."""

from __future__ import annotations

from itertools import pairwise

from accord.engine.passage.looking import completed
from accord.engine.passage.model import COMPLETING, Course, PassageError, Stop, final_key, stage_of


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


def _check_pair(course: Course, place: int, one: Stop, other: Stop) -> None:
    here, there = stage_of(course, one.step), stage_of(course, other.step)
    if one.since and other.since and other.since < one.since:
        raise PassageError("before", other.step, one.since)
    left_open = next((stop.step for stop in course.stops[: place + 1] if not stop.outcome), "")
    if here != there and left_open:
        raise PassageError("still here", left_open)
    if here != there and one.until and other.since and other.since < one.until:
        raise PassageError("before", other.step, one.until)
    if there < here and one.outcome != "returned":
        raise PassageError("behind", other.step)
    if one.step == other.step and one.outcome != "returned":
        raise PassageError("twice", one.step)
    if one.step == final_key(course) and one.outcome in COMPLETING and completed(_until(course, place)):
        raise PassageError("completed", one.step)


def _until(course: Course, place: int) -> Course:
    return Course(course.steps, course.stops[: place + 1], course.final)
