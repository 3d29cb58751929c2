"""Names of texts and numbers of versions, for pages that only point to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from accord.access import Subject
from accord.drafting.models import Version
from accord.drafting.queries.rows import visible_texts


@dataclass(frozen=True, slots=True)
class TextName:
    """What a text is called."""

    id: str
    symbol: str
    title: str


def text_names(by: Subject) -> tuple[TextName, ...]:
    """Return the names of all texts that ``by`` can see, the newest first."""
    return tuple(TextName(*row) for row in visible_texts(by).values_list("pk", "symbol", "title"))


def version_numbers(by: Subject, fingerprints: Collection[str]) -> dict[tuple[str, str], int]:
    """
    Return the number of the version for each id of a text and fingerprint, as far as ``by`` can see them.

    A text that came back to an earlier state has that state's first number.
    """
    rows = Version.objects.filter(text__in=visible_texts(by), fingerprint__in=set(fingerprints) - {""})
    numbered = rows.order_by("-number").values_list("text_id", "fingerprint", "number")
    return {(text, fingerprint): number for text, fingerprint, number in numbered}
