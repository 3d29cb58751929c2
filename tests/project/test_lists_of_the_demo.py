"""The council of the demonstration goes out as lists, in both languages, and is read back as nothing new."""

from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from accord.formats.lists.reading import read_list
from accord.lists import queries
from accord.lists.queries.declared import LISTS

if TYPE_CHECKING:
    from accord.project.demo.people import People


EMPTY = ("powers", "measures", "commitments")
"""Lists of which the demonstration holds no row."""


@pytest.mark.parametrize(("kind", "language"), [("csv", "en"), ("xlsx", "ru")])
def test_every_list_of_the_demonstration_is_read_back_as_nothing_new(
    people: "People", kind: str, language: str
) -> None:
    by = people.secretariat
    assert by.organisation_id
    for what in LISTS:
        with translation.override(language):
            data = queries.written_list(by, by.organisation_id, what, kind)
        page = queries.looked_at(by, by.organisation_id, what, read_list(data, f"list.{kind}"))
        assert (page.blocks, page.notes) == ((), ()), what
        told = "The list has no rows" if what in EMPTY else "Nothing is new"
        assert page.sentence.startswith(told), what
