"""Forms of the newer rooms filled with garbage by somebody who may send them: nothing enters, nothing breaks."""

from __future__ import annotations

import pytest
from django.db import transaction

from accord.record.models import Entry
from tests.web.test_access_matrix import Row, World, rows, visitor

pytestmark = pytest.mark.django_db

GARBAGE = ("\0\u202e", "1' OR 1=1 --" * 60, "9" * 30)
ROOMS = ("register-enter", "position", "situation", "activities", "operations", "areas", "report", "plan", "proposal")


def forms() -> list[tuple[Row, str]]:
    """Return the forms of these rooms that are taken from somebody, with whom."""
    found = [row for row in rows() if row.method == "POST" and row.form and row.name.startswith(ROOMS)]
    return [(row, "secretariat" if row.answers[1] == 302 else "delegate") for row in found if 302 in row.answers[1:]]


def sent(row: Row, world: World, role: str, odd: str | None) -> tuple[int, int]:
    """Return the answer to a form whose values are all odd but its key, and how many entries it made; all is undone."""
    whole, before, known = row.data(world), transaction.savepoint(), Entry.objects.count()
    data = whole if odd is None else {**dict.fromkeys(whole, odd), "key": whole["key"]}
    status = visitor(world.roles[role]).post(row.path(world), data).status_code
    entered = Entry.objects.count() - known
    transaction.savepoint_rollback(before)
    return status, entered


@pytest.mark.parametrize("odd", GARBAGE, ids=["controls", "words", "number"])
def test_garbage_enters_nothing_and_breaks_nothing(odd: str, world: World) -> None:
    filled = [(row, role) for row, role in forms() if set(row.data(world)) - {"key"}]
    answers = {(row.name, row.form): sent(row, world, role, odd) for row, role in filled}

    taken = {form for (_name, form), one in answers.items() if one not in ((422, 0), (404, 0))}
    assert taken <= ({"asking"} if odd.isdigit() else set())  # a number is a question to a situation as well
    assert len(answers) > 10


def test_same_forms_are_taken_when_they_say_something(world: World) -> None:
    assert {sent(row, world, role, None) for row, role in forms()} == {(302, 1)}
