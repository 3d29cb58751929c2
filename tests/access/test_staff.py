"""
Interpreters, note-takers and technical staff have no voice: every predicate of every room denies them.

The things that an act is about stand in for all that could allow it: of the same organisation, in any state, holding
any code. Whoever else is asked with the same things is allowed somewhere, so that a denial is one of the role.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import accord
from accord.access import Allow, Deny, Role, Subject

ORG = "organisation"
MODULES = ("access", "conduct")
OTHERS = [
    Subject(1, "secretariat", ORG, Role.SECRETARIAT),
    Subject(2, "chair", ORG, Role.CHAIR),
    Subject(3, "xaa", ORG, Role.DELEGATE, "XAA", may_table=True),
    Subject(4, "partner", ORG, Role.PARTNER, "XAA"),
]
STAFF = Subject(5, "interpreter", ORG, Role.STAFF)


class Anything:
    """A thing of the organisation that holds every code; whatever is asked of it is such a thing again."""

    organisation_id = pk = ORG
    code = delegation = proposed_by = member = state = "XAA"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __contains__(self, _one: object) -> bool:
        return True

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __call__(self, *_arguments: object, **_options: object) -> Any:
        return Anything()


def predicates() -> Iterator[Callable[..., object]]:
    """Yield every ``may_…`` of every room that asks about a subject."""
    for room in pkgutil.iter_modules(accord.__path__):
        for name in MODULES:
            try:
                module = importlib.import_module(f"accord.{room.name}.{name}")
            except ModuleNotFoundError:
                continue
            for one in vars(module).values():
                if inspect.isfunction(one) and one.__name__.startswith("may_") and one.__module__ == module.__name__:
                    yield one


def answer(predicate: Callable[..., object], by: Subject, flag: bool) -> object:
    """Return what a predicate says, its flags all the same; None where such things cannot be asked about."""
    names = [name for name in inspect.signature(predicate).parameters if name != "by"]
    kinds = inspect.get_annotations(predicate)
    values = {name: flag if "bool" in str(kinds.get(name)) else Anything() for name in names}
    values |= {name: "" for name in names if str(kinds.get(name)) == "str"}
    try:
        return predicate(by=by, **values)
    except (TypeError, ValueError, AttributeError):
        return None


ASKED = [one for one in predicates() if "by" in inspect.signature(one).parameters]


@pytest.mark.parametrize("predicate", ASKED, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_staff_is_denied_everything(predicate: Callable[..., object]) -> None:
    assert not any(isinstance(answer(predicate, STAFF, flag), Allow) for flag in (False, True))


def test_others_are_allowed_most_of_it_with_the_same_things() -> None:
    allowed = [
        one for one in ASKED if any(isinstance(answer(one, by, flag), Allow) for by in OTHERS for flag in (False, True))
    ]
    denied = [one for one in ASKED if isinstance(answer(one, STAFF, False), Deny)]
    assert len(ASKED) > 40
    assert len(denied) > len(ASKED) * 0.8
    assert len(allowed) > len(ASKED) * 0.5
