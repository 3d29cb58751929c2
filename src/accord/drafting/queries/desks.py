"""The texts on a subject's desk: what is asked in each, read for all of them in the same few queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from accord.access import Role, Subject
from accord.drafting.models import Closing, Look, Objection, Proposal, Roll, Text, Version
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.questions import Posed, declined_in, posed_in, waiting_for
from accord.drafting.queries.rows import visible_closings, visible_proposals, visible_texts
from accord.engine import text as engine
from accord.members.queries import member_names, organisation_of
from accord.record.models import Entry
from accord.record.queries import visible_entries

Row = TypeVar("Row", Roll, Closing, Objection, Proposal)

LATEST = 4
"""Entries read of each text; the others are counted."""


@dataclass(frozen=True, slots=True)
class Desk:
    """
    One text that is not adopted yet, with what is asked in it.

    Attributes:
        lens: the subject's eyes, with the choices that wait for it. roll: code → whether its seat is taken.
        posed: choice number → the chair's open proposal to close it. objecting: codes that object to the adoption.
        drafts: proposals not tabled that the subject may see. written: choice number → when a compromise was put on it.
        seen: number of the version that the person has read, 0 for none. latest: the entries of others behind it, the
            latest first; ``count`` all of them.
    """

    by: Subject
    text: Text
    body: engine.Text
    lens: Lens
    roll: Mapping[str, bool]
    posed: Mapping[str, Posed]
    objecting: frozenset[str]
    drafts: tuple[Proposal, ...]
    written: Mapping[str, datetime]
    seen: int
    latest: tuple[Entry, ...]
    count: int


def desks_of(by: Subject) -> tuple[Desk, ...]:
    """Return the texts under negotiation of the subject's organisation that it can see, the newest first."""
    organisation = organisation_of(by)
    open_texts = visible_texts(by).filter(organisation=organisation).exclude(state=Text.State.ADOPTED)
    texts = list(open_texts)
    read = _Read.of(by, texts)
    names = member_names(organisation)
    return tuple(_desk(by, text, read, names) for text in texts)


@dataclass(frozen=True, slots=True)
class _Read:
    """Rows of all texts, by the id of their text (entries by its stream)."""

    bodies: Mapping[str, engine.Text]
    rolls: Mapping[str, Sequence[Roll]]
    closings: Mapping[str, Sequence[Closing]]
    objections: Mapping[str, Sequence[Objection]]
    drafts: Mapping[str, Sequence[Proposal]]
    seen: Mapping[str, int]
    said: Mapping[str, Sequence[Entry]]
    latest: Mapping[str, Sequence[Entry]]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, by: Subject, texts: Sequence[Text]) -> _Read:
        """Read them."""
        seen = dict(Look.objects.filter(text__in=texts, person=by.person_id or 0).values_list("text_id", "number"))
        versions = Version.objects.filter(text__in=texts, number=F("text__number"))
        closings = visible_closings(by).filter(text__in=texts, state__in=Closing.OPEN)
        waiting = (Proposal.Stage.PRIVATE, Proposal.Stage.CHAIR)
        entries = visible_entries(by).filter(stream__in=[text.stream for text in texts])
        unread = _unread(by, entries, texts, seen)
        place = Window(RowNumber(), partition_by=F("stream"), order_by=F("number").desc())
        counted = unread.order_by().values_list("stream").annotate(count=Count("pk"))
        return cls(
            bodies={version.text_id: version.body for version in versions},
            rolls=_by_text(Roll.objects.filter(text__in=texts)),
            closings=_by_text(closings.prefetch_related("objections")),
            objections=_by_text(Objection.objects.filter(text__in=texts, closing=None)),
            drafts=_by_text(visible_proposals(by).filter(text__in=texts, stage__in=waiting)),
            seen=seen,
            said=_by_stream(entries.filter(_answers(by)).order_by("number")),
            latest=_by_stream(unread.annotate(place=place).filter(place__lte=LATEST).order_by("-number")),
            counts=dict(counted),
        )


def _answers(by: Subject) -> Q:
    """Return the entries that say which compromises there are and which the subject's delegation declined."""
    return Q(verb="wrote a compromise") | Q(verb="cannot accept", on_behalf_of=by.delegation)


def _unread(
    by: Subject, entries: QuerySet[Entry], texts: Iterable[Text], seen: Mapping[str, int]
) -> QuerySet[Entry]:
    """Return what others did in each text since the person read it."""
    behind = Q(pk__in=[])
    for text in texts:
        behind |= Q(stream=text.stream, data__version__gt=max(seen.get(text.pk, 0), 1))
    own = Q(on_behalf_of=by.delegation) if by.role == Role.DELEGATE else Q(actor=by.name)
    return entries.filter(behind).exclude(own)


def _desk(by: Subject, text: Text, read: _Read, names: Mapping[str, str]) -> Desk:
    body = read.bodies[text.pk]
    roll = {row.code: row.present for row in read.rolls.get(text.pk, ())}
    posed = posed_in(read.closings.get(text.pk, ()), body, frozenset(code for code, here in roll.items() if here))
    said = read.said.get(text.stream, ())
    declined = declined_in(body, [entry.data for entry in said if entry.verb == "cannot accept"])
    me = by.delegation if by.role == Role.DELEGATE and by.delegation in body.delegations else ""
    lens = Lens(me=me, names=names, order=body.delegations, shows_holders=by.role in NAMED)
    awaiting = frozenset(waiting_for(by, body, posed)) - (declined - posed.keys())
    return Desk(
        by=by,
        text=text,
        body=body,
        lens=replace(lens, awaiting=awaiting),
        roll=roll,
        posed=posed,
        objecting=frozenset(row.code for row in read.objections.get(text.pk, ())),
        drafts=tuple(read.drafts.get(text.pk, ())),
        written={entry.data["choice"]: entry.at for entry in said if entry.verb == "wrote a compromise"},
        seen=min(read.seen.get(text.pk, 0), text.number),
        latest=tuple(read.latest.get(text.stream, ())),
        count=read.counts.get(text.stream, 0),
    )


def _by_text(rows: Iterable[Row]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {}
    for row in rows:
        out.setdefault(row.text_id, []).append(row)
    return out


def _by_stream(rows: Iterable[Entry]) -> dict[str, list[Entry]]:
    out: dict[str, list[Entry]] = {}
    for row in rows:
        out.setdefault(row.stream, []).append(row)
    return out
