"""What the acts on an organisation share: their entry in the record, and who sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accord.access.models import Audience
from accord.access.queries import council_audience, public_audience
from accord.members import checks
from accord.members.choices import Use
from accord.members.models import Name, Organisation
from accord.record import acts as record


def organisation_by_id(pk: str) -> Organisation:
    """Load the answer of an act on an organisation."""
    return Organisation.objects.get(pk=pk)


def enter(
    act: record.Act, organisation: Organisation, audience: Audience, data: dict[str, Any], *, answer: str
) -> None:
    """Write the entry of an act in the organisation's stream of this audience."""
    stream = f"register:{organisation.pk}:{audience.pk}"
    act.entry(organisation_id=organisation.pk, stream=stream, audience=audience, data=data, answer=answer)


def everybody(organisation: Organisation) -> Audience:
    """Return who sees the register: the public, or the council alone."""
    return public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)


def call(organisation: Organisation, of: str, names: Mapping[str, str], aliases: Iterable[str] = ()) -> None:
    """
    Enter how something is called in other languages (tag to words), and how else it is written. Known names stay.

    Raises:
        Unfit: a name cannot be used.
    """
    entered = [(tag, Use.NAME, words) for tag, words in names.items()]
    entered += [("", Use.ALIAS, words) for words in aliases]
    for tag, use, words in entered:
        plain = checks.name("names", words, longest=300)
        Name.objects.get_or_create(organisation=organisation, of=of, language=tag, words=plain, defaults={"use": use})
