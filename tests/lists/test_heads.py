"""Heads of lists: what is written as a head is read back as one, in every language of the pages."""

import pytest
from django.conf import settings
from django.utils import translation

from accord.formats.lists.reading import read_list
from accord.lists import queries
from accord.lists.heads import headed
from accord.lists.queries.declared import LISTS
from accord.members.actions import enter_names
from accord.members.values import NameEntry
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

TAGS = [tag for tag, _name in settings.LANGUAGES]


@pytest.mark.parametrize("writer", TAGS)
def test_every_head_that_is_written_is_known_to_a_reader_of_any_language(council: Council, writer: str) -> None:
    pk, by = council.organisation.pk, council.secretariat
    enter_names(pk, [NameEntry("member XAA", "ru", "Первая")], by=by, key=key())
    for what, declared in LISTS.items():
        with translation.override(writer):
            sheet = read_list(queries.empty_list(by, pk, what, "csv"), "list.csv")
        for reader in TAGS:
            with translation.override(reader):
                found = headed(declared, sheet)
            assert (what, found.unknown) == (what, ())
            assert len(found.columns) == len(sheet.rows[0].cells)


@pytest.mark.parametrize("what", ["members", "people", "powers", "terms", "activities"])
def test_first_day_is_known_by_its_usual_russian_heads(what: str) -> None:
    columns = {column.key: column for column in LISTS[what].columns}
    first = columns.get("since") or columns["begins"]
    assert {"с", "с какого дня"} <= {*first.aliases}
