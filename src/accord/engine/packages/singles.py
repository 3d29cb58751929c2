"""
Choices that close by themselves, by one step of one delegation, or by none that is known.

Source: docs/reference/packages.md, "Single steps".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.engine.packages.model import Step, Talks, silent_on, steps_to


@dataclass(frozen=True, slots=True)
class Single:
    """
    A wording on which a choice closes.

    Attributes:
        step: the one that is needed; None where none is. silent: who has said nothing and would have to be asked.
    """

    choice: str
    wording: int
    step: Step | None
    silent: tuple[str, ...]


def closing_now(talks: Talks) -> tuple[Single, ...]:
    """Return the choices that close on a wording which somebody prefers and nobody has to move for."""
    return tuple(each for choice in talks.wordings for each in _with_steps(talks, choice, 0))


def singles(talks: Talks) -> tuple[Single, ...]:
    """
    Return where one step of one delegation closes a choice, those that it has said it can take first.

    Choices that close without any are left out.
    """
    now = {each.choice for each in closing_now(talks)}
    found = [each for choice in talks.wordings if choice not in now for each in _with_steps(talks, choice, 1)]
    order = {"yields": 0, "asked": 1, "objects": 2}
    return tuple(sorted(found, key=lambda each: (order[each.step.kind] if each.step else 0, len(each.silent))))


def stuck(talks: Talks) -> tuple[str, ...]:
    """Return the choices on which somebody objects to every wording that is on the table: new wording is needed."""
    return tuple(choice for choice, count in talks.wordings.items() if all(_objected(talks, choice, count)))


def _objected(talks: Talks, choice: str, count: int) -> Iterator[bool]:
    for wording in range(count):
        yield any(step.kind == "objects" for step in steps_to(talks, choice, wording))


def _with_steps(talks: Talks, choice: str, count: int) -> Iterator[Single]:
    for wording in range(talks.wordings[choice]):
        steps = steps_to(talks, choice, wording)
        preferred = any(wording in wish.wants for wish in talks.wishes.get(choice, {}).values())
        if len(steps) == count and preferred:
            yield Single(choice, wording, steps[0] if steps else None, silent_on(talks, choice, wording))
