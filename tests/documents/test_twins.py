"""Twin worlds: for whoever is not admitted, the world with a document of the council is the world without it."""

import re
from collections.abc import Callable

import pytest

from accord.documents.models import Document
from tests.documents import going
from tests.factories import Council
from tests.web.test_access_matrix import visitor
from tests.web.test_twin_worlds import seen_by

KEYS = re.compile(rb'name="key" value="[^"]+"')
PLACES = ["/", "/documents/", "/meetings/", "/record/", "/register/", "/calendar/"]


def bring_in(council: Council, _document: Document) -> object:
    return going.document_of(council, "Quiet document")


def clear(council: Council, document: Document) -> object:
    return going.clear(document, council.delegate("XAA"))


def remark(council: Council, document: Document) -> object:
    return going.clear(document, council.delegate("XAA"), "objects", "Quiet words.")


@pytest.mark.parametrize("deed", [bring_in, clear, remark])
@pytest.mark.parametrize("who", ["public", "partner"])
def test_outsider_gets_the_same_bytes_whatever_is_brought_in_or_said(
    who: str, deed: Callable[[Council, Document], object], council: Council
) -> None:
    document = going.to_clearance(going.way_of(council), open=True)
    client = visitor(council.everybody[who])
    places = [*PLACES, f"/documents/{document.pk}/"]
    before = seen_by(client, places)

    deed(council, document)

    assert seen_by(client, places) == before


def test_other_delegation_gets_the_same_bytes_whatever_is_remarked_and_not_tabled(council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    client = visitor(council.delegate("XBB"))
    places = [*PLACES, f"/documents/{document.pk}/"]
    before = without_keys(seen_by(client, places))

    remark(council, document)

    assert without_keys(seen_by(client, places)) == before


def without_keys(found: dict[str, tuple[int, dict[str, str], bytes]]) -> dict[str, tuple[int, bytes]]:
    """Return answers without the keys of their forms, which differ each time, and what hangs on their length."""
    return {place: (status, KEYS.sub(b"", page)) for place, (status, _headers, page) in found.items()}
