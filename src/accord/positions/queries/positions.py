"""Positions as they are reported: the register on a day, one of them, and what was said of one subject over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet

from accord.access import Allow, NotVisible, Subject
from accord.documents.queries.rows import visible_documents
from accord.documents.telling import NO_TITLE
from accord.meetings.queries import visible_meetings
from accord.members.basis import Basis
from accord.members.changes import CorrectionLine, changes_told
from accord.members.models import Member, Organ, Organisation
from accord.members.queries import shown_day, visible_organisations
from accord.members.queries.naming import NameBook, name_book
from accord.positions.access import may_keep_positions
from accord.positions.choices import Holding
from accord.positions.models import Correction, Position, Settling
from accord.positions.models.positions import Reported, Whose
from accord.positions.pages.positions import (
    NOBODY,
    Holder,
    Occasion,
    PositionLine,
    PositionPage,
    PositionsPage,
    Reading,
    SettlingLine,
    WantedPositions,
)
from accord.positions.queries.situations import visible_situations
from accord.positions.wording import (
    parts_of,
    position_sentence,
    positions_sentence,
    reading_sentence,
    said_told,
    subject_told,
)

PAGE_LENGTH = 100
Areas = Mapping[str, str]
"""Key of an area → what it is called. The room of areas lies above: whoever shows them says what they are called."""


def visible_positions(by: Subject, on: date | None = None) -> QuerySet[Position]:
    """Positions of organisations that ``by`` can see, known by a day; without one, of any day."""
    rows = Position.objects.filter(organisation__in=visible_organisations(by))
    if on is None:
        return rows
    always = Q(known=None) & (Q(day=None) | Q(day__lte=on))
    return rows.filter(always | Q(known__lte=on))


def positions_page(
    by: Subject,
    organisation_id: str,
    on: date | None = None,
    wanted: WantedPositions | None = None,
    number: int = 1,
    *,
    areas: Areas | None = None,
) -> PositionsPage:
    """Return the register of positions on a day, the newest first. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    day, asked = on or shown_day(organisation), wanted or WantedPositions()
    every = position_list(by, organisation, day, areas)
    chosen = [line for line in every if _fits(line, asked)]
    page = Paginator(chosen, PAGE_LENGTH).get_page(number)
    return PositionsPage(
        day=day,
        sentence=positions_sentence(chosen),
        lines=tuple(page.object_list),
        holders=_holders(every, organisation),
        subjects=_subjects(every),
        areas=_areas(every),
        total=len(every),
        number=page.number,
        pages=page.paginator.num_pages,
        enters=keeps_positions(by, organisation),
    )


def position_list(
    by: Subject, organisation: Organisation, day: date, areas: Areas | None = None
) -> tuple[PositionLine, ...]:
    """Return the positions of an organisation known by a day, newest first; the number of queries does not grow."""
    rows = visible_positions(by, day).filter(organisation=organisation)
    found = list(rows.select_related(*_NAMED).prefetch_related(*_ALONG))
    book = _Book.of(by, organisation, found, day, areas or {})
    lines = [_line(row, book) for row in found]
    return tuple(sorted(lines, key=lambda line: (line.day or date.min, line.id), reverse=True))


_NAMED = ("member", "organ", "situation")
_ALONG = (
    "settlings__member",
    "settlings__organ",
    Prefetch("corrections", Correction.objects.select_related(*_NAMED)),
)
"""What belongs to a position and is read along with it."""


def position_page(
    by: Subject, organisation_id: str, position_id: str, on: date | None = None, *, areas: Areas | None = None
) -> PositionPage:
    """Return a position as known on a day, with what was said of the same subject before and after. NotVisible."""
    organisation = _organisation(by, organisation_id)
    day = on or shown_day(organisation)
    lines = position_list(by, organisation, day, areas)
    line = next((each for each in lines if each.id == position_id), None)
    if line is None:
        raise NotVisible
    same = [each for each in lines if _same_subject(each, line)]
    keeps = keeps_positions(by, organisation)
    settles = keeps and (line.open or line.settled)
    return PositionPage(
        day=day,
        line=line,
        sentence=position_sentence(line),
        settlings=_settlings(line.id, organisation),
        history=tuple(each for each in same if each.holder.token == line.holder.token) if not line.open else (),
        others=tuple(each for each in same if each.holder.token != line.holder.token or (line.open and each != line)),
        enters=keeps,
        settles=settles,
        readings=tuple(_reading(one, line, same) for one in line.candidates) if line.open or settles else (),
        choices=_others(organisation, line) if settles else (),
    )


def _reading(holder: Holder, line: PositionLine, same: Sequence[PositionLine]) -> Reading:
    kind = Holding.NATIONAL if holder.code else Holding.COLLECTIVE
    said = tuple(each for each in same if each.holder.token == holder.token and each.id != line.id)
    return Reading(holder, str(kind.label), reading_sentence(kind, holder, line.subject), said)


def _others(organisation: Organisation, line: PositionLine) -> tuple[tuple[str, str], ...]:
    """Return whose a position can be besides those of whom the report lets one think."""
    named = {one.token for one in line.candidates}
    return tuple(pair for pair in _every_holder(organisation) if pair[0] not in named)


def positions_of(by: Subject, organisation_id: str, token: str, on: date) -> tuple[PositionLine, ...]:
    """Return the positions of one holder ("member KAZ") known by a day, newest first."""
    lines = position_list(by, _organisation(by, organisation_id), on)
    return tuple(line for line in lines if line.holder.token == token)


def holder_choices(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return whose a position can be, as (token, words): the members, the organisation, its organs. NotVisible."""
    return _every_holder(_organisation(by, organisation_id))


def _every_holder(organisation: Organisation) -> tuple[tuple[str, str], ...]:
    book = name_book(organisation)
    members = [(f"member {row.code}", f"{row.code} {book.member(row)}") for row in _members(organisation)]
    organs = [(f"organ {row.key}", str(book.organ(row))) for row in Organ.objects.filter(organisation=organisation)]
    own = ("organisation", str(book.called("organisation", organisation.name)))
    return (*members, own, *organs)


def subject_choices(by: Subject, organisation_id: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what a position can be about and where it can have been said, as far as ``by`` sees it, for a form."""
    situations = visible_situations(by).filter(organisation=organisation_id).values_list("name", flat=True)
    meetings = visible_meetings(by).filter(organisation=organisation_id)
    documents = visible_documents(by).filter(organisation=organisation_id).exclude(title="")
    return {
        "situation": tuple((name, name) for name in situations),
        "meeting": tuple((row.pk, f"{row.title}, {said_told(row.day, row.when)}") for row in meetings),
        "document": tuple(documents.values_list("pk", "title")),
    }


def keeps_positions(by: Subject, organisation: Organisation) -> bool:
    """Whether ``by`` may enter positions."""
    return isinstance(may_keep_positions(by, organisation), Allow)


def _organisation(by: Subject, organisation_id: str) -> Organisation:
    found = visible_organisations(by).filter(pk=organisation_id).first()
    if found is None:
        raise NotVisible
    return found


def _members(organisation: Organisation) -> QuerySet[Member]:
    return Member.objects.filter(organisation=organisation)


@dataclass(slots=True)
class _Book:
    """What the lines of positions name, read once for all of them."""

    organisation: Organisation
    names: NameBook
    members: Mapping[str, Member] = field(default_factory=dict)
    organs: Mapping[str, Organ] = field(default_factory=dict)
    meetings: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    areas: Areas = field(default_factory=dict)

    @classmethod
    def of(cls, by: Subject, organisation: Organisation, rows: Sequence[Position], day: date, areas: Areas) -> _Book:
        """Read what these rows and their corrections name, as far as ``by`` sees it on the day."""
        told = [each for row in rows for each in _written(row)]
        meetings = visible_meetings(by, day).filter(pk__in={each.meeting_id for each in told})
        documents = visible_documents(by).filter(pk__in={each.document_id for each in told})
        return cls(
            organisation,
            name_book(organisation),
            {row.code: row for row in _members(organisation)},
            {row.key: row for row in Organ.objects.filter(organisation=organisation)},
            dict(meetings.order_by().values_list("pk", "title")),
            {pk: title or str(NO_TITLE) for pk, title in documents.order_by().values_list("pk", "title")},
            areas,
        )

    def holder(self, row: Whose) -> Holder:
        """Return whose a position is."""
        if row.member:
            return Holder(f"member {row.member.code}", self.names.member(row.member), code=row.member.code)
        if row.kind == Holding.AMBIGUOUS:
            return NOBODY
        if row.organ:
            return Holder(f"organ {row.organ.key}", self.names.organ(row.organ), organ=row.organ.key)
        return Holder("organisation", self.names.called("organisation", self.organisation.name))

    def candidate(self, token: str) -> Holder:
        """Return who may be meant."""
        kind, _space, which = token.partition(" ")
        if kind == "member" and which in self.members:
            return Holder(token, self.names.member(self.members[which]), code=which)
        if kind == "organ" and which in self.organs:
            return Holder(token, self.names.organ(self.organs[which]), organ=which)
        return Holder("organisation", self.names.called("organisation", self.organisation.name))

    def occasion(self, row: Reported) -> Occasion:
        """Return where it was said; what the reader does not see is not named."""
        meeting, document = row.meeting_id or "", row.document_id or ""
        return Occasion(
            meeting if meeting in self.meetings else "",
            self.meetings.get(meeting, ""),
            document if document in self.documents else "",
            self.documents.get(document, ""),
            row.occasion,
        )


def _line(row: Position, book: _Book) -> PositionLine:
    """Return a position as it now stands, with what stood before it was corrected."""
    return replace(_stood(row, whose(row), row.pk, book), corrections=tuple(_corrections(row, book)))


def whose(row: Position) -> Whose:
    """Return whose a position is: as it was entered, or as the last person said who settled it."""
    settled = row.settlings.all() if row.kind == Holding.AMBIGUOUS else ()
    return [row, *settled][-1]


def _written(row: Position) -> Sequence[Reported]:
    """Return all that was written down of a position, the oldest first; the last is what stands."""
    return (*row.corrections.all(), row)


def _corrections(row: Position, book: _Book) -> Iterable[CorrectionLine]:
    """Yield what stood before, the last correction first."""
    rows, stood = list(row.corrections.all()), [_stood(each, each, row.pk, book) for each in _written(row)]
    written = [row.at, *(each.at for each in rows)]
    for at in reversed(range(len(rows))):
        changes, one = changes_told(parts_of(stood[at]), parts_of(stood[at + 1])), rows[at]
        yield CorrectionLine(changes, written[at], one.at, one.actor, one.reason)


def _stood(row: Reported, last: Whose, pk: str, book: _Book) -> PositionLine:
    situation = row.situation.name if row.situation else ""
    return PositionLine(
        id=pk,
        kind=last.kind,
        label=str(Holding(last.kind).label),
        holder=book.holder(last),
        settled=row.kind == Holding.AMBIGUOUS and last.kind != Holding.AMBIGUOUS,
        candidates=tuple(map(book.candidate, row.candidates)),
        words=row.words,
        verbatim=row.verbatim,
        subject=subject_told(situation, row.topic),
        topic=row.topic,
        situation=situation,
        situation_id=row.situation.handle if row.situation else "",
        area=row.area,
        area_name=book.areas.get(row.area, ""),
        day=row.day,
        said=said_told(row.day, row.when),
        speaker=book.names.person(row.speaker),
        occasion=book.occasion(row),
        known=row.known,
        when=row.when,
        basis=Basis.of(row),
    )


def _settlings(position_id: str, organisation: Organisation) -> tuple[SettlingLine, ...]:
    book = _Book(organisation, name_book(organisation))
    rows = Settling.objects.filter(position=position_id).select_related("member", "organ").order_by("-at", "-id")
    return tuple(
        SettlingLine(str(Holding(row.kind).label), book.holder(row), row.why, row.actor, row.at) for row in rows
    )


def _fits(line: PositionLine, wanted: WantedPositions) -> bool:
    kinds = {line.holder.token, "collective" if line.kind == Holding.COLLECTIVE else line.holder.token}
    kind, _space, which = wanted.subject.partition(" ")
    about = {"situation": line.situation_id, "topic": line.topic.casefold()}.get(kind, "")
    if wanted.area and wanted.area != line.area:
        return False
    return (not wanted.holder or wanted.holder in kinds) and (not which or about == which.casefold())


def _same_subject(one: PositionLine, other: PositionLine) -> bool:
    """Whether two positions are about the same: the same topic, or the same situation where one has no topic."""
    if one.topic and other.topic:
        return one.topic.casefold() == other.topic.casefold()
    return one.situation_id != "" and one.situation_id == other.situation_id


def _holders(lines: Iterable[PositionLine], organisation: Organisation) -> tuple[tuple[str, str], ...]:
    """Return by whom the list can be narrowed: those that hold something, members in the council's own order."""
    known = {line.holder.token for line in lines}
    found = [pair for pair in _every_holder(organisation) if pair[0] in known]
    if any(line.kind == Holding.COLLECTIVE for line in lines):
        found.append(("collective", str(Holding.COLLECTIVE.label)))
    if "ambiguous" in known:
        found.append(("ambiguous", str(Holding.AMBIGUOUS.label)))
    return tuple(found)


def _subjects(lines: Iterable[PositionLine]) -> tuple[tuple[str, str], ...]:
    """Return by what subject the list can be narrowed: situations first, then topics, each in the alphabet."""
    situations = {f"situation {line.situation_id}": line.situation for line in lines if line.situation}
    topics = {f"topic {line.topic}": line.topic for line in lines if line.topic}
    return tuple(pair for each in (situations, topics) for pair in sorted(each.items(), key=lambda pair: pair[1]))


def _areas(lines: Iterable[PositionLine]) -> tuple[tuple[str, str], ...]:
    """Return by what area the list can be narrowed: those that the reader sees, in the alphabet."""
    named = {line.area: line.area_name for line in lines if line.area_name}
    return tuple(sorted(named.items(), key=lambda pair: pair[1]))
