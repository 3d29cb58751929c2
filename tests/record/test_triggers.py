"""What the database itself refuses, whoever asks: rows that must not change, and states that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from accord.drafting.models import Adoption, Closing, Proposal, Text, Version
from accord.record.models import Entry
from tests.drafting import acts
from tests.factories import Council

STATEMENTS = {
    "update": "UPDATE {table} SET {column} = {column} WHERE id = %s",
    "delete": "DELETE FROM {table} WHERE id = %s",
}
TABLES = {
    "record_entry": ("verb", Entry),
    "drafting_version": ("label", Version),
    "drafting_adoption": ("rule", Adoption),
    "drafting_text": ("title", Text),
}


def refused(sql: str, *params: object) -> bool:
    """Whether the database refuses this statement as breaking a rule of its own."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, params)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize("verb", STATEMENTS)
@pytest.mark.parametrize("table", TABLES)
def test_row_that_stands_still_refuses_raw_sql(council: Council, table: str, verb: str) -> None:
    acts.adopted(council)
    column, model = TABLES[table]
    pk = model.objects.values_list("pk", flat=True).first()
    before = acts.stored()
    assert refused(STATEMENTS[verb].format(table=table, column=column), pk)
    assert acts.stored() == before


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's own")
def test_row_that_stands_still_is_not_replaced(council: Council) -> None:
    acts.plain(council)
    entry = Entry.objects.filter(verb="began").get()
    columns = ", ".join(field.column for field in Entry._meta.concrete_fields)
    values = columns.replace("verb", "'never began'")
    sql = f"REPLACE INTO record_entry ({columns}) SELECT {values} FROM record_entry WHERE id = %s"  # noqa: S608
    assert refused(sql, entry.pk)
    assert Entry.objects.get(pk=entry.pk).verb == "began"


@pytest.mark.parametrize("verb", STATEMENTS)
def test_text_under_negotiation_can_change(council: Council, verb: str) -> None:
    """The control: the rule for texts begins with their adoption, not before."""
    text = acts.before_council(council).text
    text.versions.first()
    sql = STATEMENTS[verb].format(table="drafting_text", column="title")
    if verb == "update":
        assert not refused(sql, text.pk)
    else:
        assert refused("DELETE FROM drafting_version WHERE text_id = %s", text.pk)  # its versions hold it


def test_versions_and_entries_can_be_added(council: Council) -> None:
    acts.plain(council)
    number = Entry.objects.count()
    acts.plain(council)
    assert Entry.objects.count() > number


CASES: dict[str, Callable[[acts.Scene], object]] = {
    "a text in an unknown state": lambda at: Text.objects.filter(pk=at.text.pk).update(state="lost"),
    "a text at version 0": lambda at: Text.objects.filter(pk=at.text.pk).update(number=0),
    "a version 0": lambda at: _copy(Version.objects.filter(text=at.text).first(), number=0),
    "two versions of one number": lambda at: _copy(Version.objects.filter(text=at.text).first()),
    "a proposal at an unknown stage": lambda at: Proposal.objects.filter(text=at.text).update(stage="public"),
    "a proposal of an unknown kind": lambda at: Proposal.objects.filter(text=at.text).update(kind="secret"),
    "a closing in an unknown state": lambda at: Closing.objects.filter(pk=at.closing).update(state="forced"),
    "a closing that was asked of nobody knows whom": lambda at: Closing.objects.filter(pk=at.closing).update(
        asked=None
    ),
    "two open closings of one choice": lambda at: _copy(Closing.objects.get(pk=at.closing)),
    "two objections of one delegation": lambda at: _copy(Closing.objects.get(pk=at.closing).objections.get()),
    "an entry 0": lambda at: _copy(Entry.objects.first(), number=0, key=uuid4()),
    "two entries of one number": lambda at: _copy(Entry.objects.first(), key=uuid4()),
    "two entries of one key": lambda at: _copy(Entry.objects.first(), number=99),
    "an entry of nobody": lambda at: _copy(Entry.objects.first(), number=99, key=uuid4(), actor=""),
    "two texts of one symbol": lambda at: _copy(at.text),
}


def _copy(row: object, **changed: object) -> None:
    row.pk = None if isinstance(row.pk, int) else uuid4().hex[:16]  # type: ignore[attr-defined]
    row._state.adding = True  # type: ignore[attr-defined]
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES)
def test_state_that_cannot_be_is_refused_by_the_database(council: Council, case: str) -> None:
    scene = acts.objected(council)
    with pytest.raises(IntegrityError), transaction.atomic():
        CASES[case](scene)


def test_text_has_one_adoption(council: Council) -> None:
    scene = acts.adopted(council)
    with pytest.raises(IntegrityError), transaction.atomic():
        _copy(Adoption.objects.get(text=scene.text))


def test_adopted_text_takes_no_further_act_even_past_the_actions(council: Council) -> None:
    text = Text.objects.get(pk=acts.adopted(council).text.pk)
    text.state = Text.State.OPEN
    with pytest.raises(DatabaseError), transaction.atomic():
        text.save(update_fields=["state"])
    assert Text.objects.get(pk=text.pk).state == Text.State.ADOPTED
