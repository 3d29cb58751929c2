"""The page of search: what a subject asks for, of what it can see, in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.members.queries import shown_day, visible_organisations
from accord.members.queries.naming import NameBook, book_of
from accord.members.tongues import language_name
from accord.search.asking import Asked, asked
from accord.search.marking import marked, snippet
from accord.search.models import Passage
from accord.search.pages import Group, Hit, SearchPage
from accord.search.queries.matching import having, named
from accord.search.queries.sources import SOURCES

KINDS = {
    "texts": _("Texts under negotiation"),
    "adopted": _("Adopted texts"),
    "decisions": _("Decisions"),
    "documents": _("Documents on their way"),
    "meetings": _("Meetings and their papers"),
    "people": _("People in office"),
    "members": _("Members and partners"),
    "organs": _("Organs"),
    "rules": _("Rules"),
    "situations": _("Situations and positions"),
    "programme": _("Programme"),
    "reports": _("Reports"),
}
"""Under which heads hits stand, in this order."""

LABELS = {
    "draft": _("not tabled yet"),
    "translation": _("translation"),
    "reason": _("reason given"),
    "statement": _("statement"),
    "known": _("decision made known"),
    "instrument": _("signed or open for signature"),
    "outline": _("what it is about"),
    "report": _("what is reported"),
    "speech": _("statement made"),
    "minutes": _("record of the meeting"),
    "seats": _("at the table"),
    "item": _("agenda item"),
    "paper": _("paper before the meeting"),
    "note": _("tabled paper"),
    "partner": _("partner"),
    "act": _("founding act"),
    "deciding": _("decision rule"),
    "point": _("question on a situation"),
    "position": _("position"),
    "area": _("area of cooperation"),
    "priority": _("priority"),
    "series": _("series of joint activities"),
    "activity": _("joint activity"),
    "operation": _("operation"),
    "followed": _("measure or commitment"),
    "voiced": _("proposal voiced"),
}
"""What a hit is, where its head does not say it; a label that is not here is shown as it stands ("OP3")."""

FEW = 5
"""Hits shown of each kind where all kinds are asked for."""

PAGE_LENGTH = 20
DOORS = {place: door for source in SOURCES for place, door in source.doors.items()}


def visible_passages(by: Subject, organisation_id: str) -> QuerySet[Passage]:
    """
    Passages of an organisation whose audiences admit ``by``; of the register, where it sees the organisation. What its
    pages do not know yet on the day that they show is not there either.
    """
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        return Passage.objects.none()
    admitting = visible_audiences(by).filter(organisation_id=organisation_id).values("pk")
    day = shown_day(organisation)
    known = Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
    rows = Passage.objects.filter(*known, organisation=organisation)
    return rows.filter(
        Q(audience=None) | Q(audience__in=admitting) | Q(other__in=admitting) | Q(third__in=admitting),
        Q(beside=None) | Q(beside__in=admitting),
    )


def search_page(
    by: Subject, organisation_id: str, query: str, *, kind: str = "", language: str = "", year: int = 0, number: int = 1
) -> SearchPage:
    """
    Return what ``by`` finds of an organisation.

    Args:
        query: what was typed. kind, language, year: only hits of these; "" and 0 for all.
        number: page of the hits of one kind, from 1.

    Raises:
        TooMuch: more is asked than can be looked for at once.
    """
    sought = asked(query)
    seen = visible_passages(by, organisation_id)
    kind = kind if kind in KINDS else ""
    groups: tuple[Group, ...] = ()
    further = False
    if sought.wanted:
        rows = _having(_filtered(seen, language, year), sought)
        found = _whole(_of_one_kind(rows.filter(kind=kind), number) if kind else _few_of_each(rows))
        further = bool(kind) and len(found) > PAGE_LENGTH
        groups = _groups(by, organisation_id, found, sought, PAGE_LENGTH if kind else FEW)
    return SearchPage(
        query=query,
        empty=not sought.wanted,
        groups=groups,
        kind=kind,
        language=language,
        year=year,
        number=number,
        further=further,
        languages=_languages(groups, language),
    )


def _filtered(rows: QuerySet[Passage], language: str, year: int) -> QuerySet[Passage]:
    rows = rows.filter(language=language) if language else rows
    return rows.filter(day__year=year) if year else rows


def _having(rows: QuerySet[Passage], sought: Asked) -> QuerySet[Passage]:
    return rows.filter(having(sought)).annotate(by_name=named(sought))


_ORDER = (F("by_name").desc(), F("day").desc(nulls_last=True), F("scope"), F("position"), F("pk"))
"""Named so first, then the newest; nothing that is counted over hidden rows."""


def _few_of_each(rows: QuerySet[Passage]) -> list[int]:
    """Return the first hits of each kind, and one more of each, to know whether there is one."""
    turn = Window(RowNumber(), partition_by=[F("kind")], order_by=list(_ORDER))
    few = rows.annotate(turn=turn).filter(turn__lte=FEW + 1).order_by("turn")
    return list(few.values_list("pk", flat=True))


def _of_one_kind(rows: QuerySet[Passage], number: int) -> list[int]:
    first = (number - 1) * PAGE_LENGTH
    return list(rows.order_by(*_ORDER).values_list("pk", flat=True)[first : first + PAGE_LENGTH + 1])


def _whole(found: list[int]) -> list[Passage]:
    """Return the rows of these hits, in their order; only what is shown is read whole."""
    rows = Passage.objects.defer("exact", "stem", "name").in_bulk(found)
    return [rows[pk] for pk in found if pk in rows]


def _groups(
    by: Subject, organisation_id: str, rows: Sequence[Passage], sought: Asked, length: int
) -> tuple[Group, ...]:
    """Return the hits under their heads, each seen through its own door once more."""
    there, book = _behind_doors(by, organisation_id, rows), book_of(organisation_id)
    kinds: dict[str, list[Passage]] = defaultdict(list)
    for row in rows:
        if row.thing in there[row.place]:
            kinds[row.kind].append(row)
    shown = {kind: tuple(_hit(row, sought, book) for row in found[:length]) for kind, found in kinds.items()}
    return tuple(
        Group(kind, str(name), shown[kind], len(kinds[kind]) > length) for kind, name in KINDS.items() if kind in shown
    )


def _behind_doors(by: Subject, organisation_id: str, rows: Iterable[Passage]) -> dict[str, frozenset[str]]:
    things: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        things[row.place].add(row.thing)
    return {place: frozenset(DOORS[place](by, organisation_id, found)) for place, found in things.items()}


def _hit(row: Passage, sought: Asked, book: NameBook) -> Hit:
    title = str(book.called(row.of, row.title)) if row.of else row.title
    return Hit(
        place=row.place,
        key=row.key,
        anchor=row.anchor,
        extra=row.extra,
        label=str(LABELS.get(row.label, row.label)),
        title=marked(title, sought, row.language),
        words=snippet(row.words, sought, row.language),
        language=row.language,
        day=row.day,
    )


def _languages(groups: Iterable[Group], chosen: str) -> tuple[tuple[str, str], ...]:
    """Return the languages of the hits that are shown, and the one that is asked for."""
    tags = {hit.language for group in groups for hit in group.hits} | {chosen}
    return tuple((tag, language_name(tag)) for tag in sorted(tags - {""}))
