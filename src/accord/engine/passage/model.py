"""
The values of a way: its steps, and the stops that a document has made at them.

Source: docs/reference/documents.md, "The way".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COMPLETING = ("approved", "adopted", "signed")
"""What completes a document at its last step."""

PASSING = ("cleared", "approved", "forwarded", "adopted", "signed", "not stated")
"""What lets a document go on. "not stated": documents passed here, and no source says which."""

ENDINGS = ("withdrawn", "split", "merged")
"""What ends a document before its last step."""


class PassageError(ValueError):
    """
    A move that cannot be; nothing was moved.

    Attributes:
        reason: "ended" | "not here" | "still here" | "unknown step" | "several stages" | "left out" | "too far" |
            "behind" | "not behind" | "nowhere" | "before" | "not the last" | "the last" | "no outcome" |
            "too few" | "another way" | "completed" | "twice" | "backwards".
        step: key of the step that it is about, or "".
        day: the day that is in the way, or None.
    """

    def __init__(self, reason: str, step: str = "", day: date | None = None) -> None:
        super().__init__(f"{reason}: {step}" if step else reason)
        self.reason, self.step, self.day = reason, step, day


@dataclass(frozen=True, slots=True)
class Step:
    """
    A step of a way.

    Attributes:
        kind: "experts" | "clearance" (each member by itself) | "organ".
        optional: a document may go past it. parallel: it stands beside the step before it, at the same time.
    """

    key: str
    kind: str = "organ"
    optional: bool = False
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """
    A document at a step.

    Attributes:
        since, until: days, None where not known. outcome: "" while it is there, else how it left: one of ``PASSING``,
            ``ENDINGS`` or "returned".
    """

    step: str
    since: date | None = None
    until: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """
    The way of one document.

    Attributes:
        stops: in the order in which they were made.
        final: key of the step that completes it; "" is the last of the way.
        ended: "" or one of ``ENDINGS``, and the day.
    """

    steps: tuple[Step, ...]
    stops: tuple[Stop, ...] = ()
    final: str = ""
    ended: str = ""
    ended_on: date | None = None


def stages(steps: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
    """Return the steps in groups that are taken at one time: a step and those that stand beside it."""
    out: list[list[Step]] = []
    for step in steps:
        if step.parallel and out:
            out[-1].append(step)
        else:
            out.append([step])
    return tuple(tuple(group) for group in out)


def stage_of(course: Course, key: str) -> int:
    """Return the place of the stage in which a step stands. Raises PassageError for a step of another way."""
    for place, group in enumerate(stages(course.steps)):
        if any(step.key == key for step in group):
            return place
    raise PassageError("unknown step", key)


def final_key(course: Course) -> str:
    """Return the key of the step that completes the document; "" for a way without steps."""
    return course.final or (course.steps[-1].key if course.steps else "")


def last_day(course: Course) -> date | None:
    """Return the last day on which something is known to have happened to the document."""
    days = [day for stop in course.stops for day in (stop.since, stop.until) if day]
    return max(days, default=None)
