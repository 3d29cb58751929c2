"""Joint activities on a day: each edition as it stood then, whole and by year and host, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Prefetch, QuerySet

from accord.access import Allow, NotVisible, Subject
from accord.members.basis import Basis
from accord.members.pages import MemberLine
from accord.members.queries import organisation_page, visible_organisations
from accord.members.queries.naming import NameBook, book_of
from accord.programme.access import may_enter_programme
from accord.programme.choices import BACKWARDS, Holding, Tie
from accord.programme.models import STANDS, Activity, Relation, Series, Turn
from accord.programme.pages import (
    ActivitiesPage,
    ActivityLine,
    ActivityPage,
    SeriesLine,
    SeriesPage,
    TieLine,
    TurnLine,
    Wanted,
    YearRow,
)
from accord.programme.queries.priorities import name_of
from accord.programme.queries.serving import served_by
from accord.programme.queries.striking import struck_of
from accord.programme.queries.visible import shown, stands_by, visible_activities, visible_areas, visible_series
from accord.programme.wording import (
    activities_sentence,
    days_told,
    edition_sentence,
    move_told,
    place_told,
    series_sentence,
    stand_told,
)

MARKS = {
    Holding.PLANNED: "unknown",
    Holding.HELD: "agreed",
    Holding.MOVED: "forwarded",
    Holding.CANCELLED: "uncovered",
}
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def activity_list(by: Subject, organisation_id: str, on: date | None = None) -> tuple[ActivityLine, ...]:
    """Return the editions of joint activities as they stand on a day, in order of time, those of no known year last."""
    day, book = on or shown(by, organisation_id), book_of(organisation_id)
    return tuple(sorted((_line(row, day, book) for row in _editions(by, organisation_id, day)), key=_in_time))


def activities_page(
    by: Subject, organisation_id: str, on: date | None = None, wanted: Wanted | None = None
) -> ActivitiesPage:
    """Return the joint activities of an organisation on a day, by year and host. Raises NotVisible."""
    council = organisation_page(by, organisation_id, brief=True, on=on)
    day, asked = on or shown(by, organisation_id), wanted or Wanted()
    lines = activity_list(by, organisation_id, day)
    found = tuple(line for line in lines if _fits(line, asked))
    hosts = _hosts(council.members, council.others, lines)
    series = series_list(by, organisation_id)
    known = {line.series_key for line in lines}
    return ActivitiesPage(
        day=day,
        sentence=activities_sentence(found),
        hosts=hosts,
        years=tuple(sorted({line.year for line in lines if line.year}, reverse=True)),
        series=tuple(line for line in series if line.key in known),
        rows=_by_year(found, [host.code for host in hosts]),
        lines=found,
        total=len(lines),
        enters=enters(by, organisation_id),
    )


def area_choices(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the areas of cooperation as choices: key and name."""
    rows = visible_areas(by).filter(organisation=organisation_id)
    return tuple(rows.values_list("key", "name"))


def series_list(by: Subject, organisation_id: str) -> tuple[SeriesLine, ...]:
    """Return the series of an organisation by name."""
    book = book_of(organisation_id)
    rows = visible_series(by).filter(organisation=organisation_id).select_related("area")
    return tuple(_series(row, book) for row in rows)


def series_page(by: Subject, organisation_id: str, key: str, on: date | None = None) -> SeriesPage:
    """Return a series with its editions on a day. Raises NotVisible."""
    day, book = on or shown(by, organisation_id), book_of(organisation_id)
    row = visible_series(by).filter(organisation=organisation_id, key=key).select_related("area").first()
    if row is None:
        raise NotVisible
    lines = [_line(each, day, book) for each in _editions(by, organisation_id, day) if each.series_id == row.pk]
    editions = tuple(sorted(lines, key=_in_time, reverse=True))
    return SeriesPage(day, series_sentence(editions), _series(row, book), editions, enters(by, organisation_id))


def activity_page(by: Subject, organisation_id: str, series: str, key: str, on: date | None = None) -> ActivityPage:
    """Return an edition on a day. Raises NotVisible."""
    day, book = on or shown(by, organisation_id), book_of(organisation_id)
    rows = _editions(by, organisation_id, day)
    row = next((each for each in rows if each.series.key == series and each.key == key), None)
    if row is None:
        raise NotVisible
    line, keeps = _line(row, day, book), enters(by, organisation_id)
    return ActivityPage(
        day=day,
        sentence=edition_sentence(line),
        line=line,
        turns=tuple(_turn(each, book) for each in _stands(row, day)),
        ties=tuple(_ties(row, {each.pk: each for each in rows}, day, book)),
        serves=served_by(row, day),
        struck=struck_of(row) if keeps else (),
        enters=keeps,
    )


def place_of(by: Subject, organisation_id: str, series: str, edition: str = "") -> tuple[str, str, date | None]:
    """
    Return where a series, or an edition of it, has its page: both keys, and the day from which it is known.

    Args:
        series, edition: names in the register; "" for the series alone.

    Raises:
        NotVisible: there is none of these names.
    """
    rows = visible_series(by).filter(organisation=organisation_id, name=series)
    if not edition and (found := rows.first()):
        return found.key, "", None
    row = visible_activities(by).filter(series__in=rows, edition=edition).select_related("series").first()
    if row is None:
        raise NotVisible
    return row.series.key, row.key, row.known


def enters(by: Subject, organisation_id: str) -> bool:
    """Whether ``by`` may enter something in the programme."""
    row = visible_organisations(by).filter(pk=organisation_id).first()
    return row is not None and isinstance(may_enter_programme(by, row), Allow)


def stand_on(row: Activity, day: date | None) -> Activity | Turn:
    """Return how an edition stands on a day, or (None) last; its turns are read already."""
    return _stands(row, day)[-1]


def _stands(row: Activity, day: date | None) -> list[Activity | Turn]:
    """Return how an edition stood, from first to last, as far as it was known by the day."""
    return [row, *(turn for turn in row.turns.all() if day is None or turn.known <= day)]


def with_turns(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """Return editions with all that their lines need; the same number of queries for any number of them."""
    turns = Turn.objects.filter(**STANDS).select_related("host").prefetch_related("participants", "absent")
    named = rows.select_related("series__area", "area", "host").prefetch_related("participants", "absent")
    return named.prefetch_related(Prefetch("turns", turns))


def _editions(by: Subject, organisation_id: str, day: date | None) -> list[Activity]:
    return list(with_turns(visible_activities(by, day).filter(organisation=organisation_id)))


def _in_time(line: ActivityLine) -> tuple[object, ...]:
    day = line.begins or date.max
    return (line.year is None, line.year or 0, day, str(line.series), line.edition)


def _line(row: Activity, day: date | None, book: NameBook) -> ActivityLine:
    stands = _stands(row, day)
    last = stands[-1]
    state = Holding(last.state)
    return ActivityLine(
        id=row.pk,
        series=book.called(f"series {row.series.key}", row.series.name),
        registered=row.series.name,
        series_key=row.series.key,
        edition=row.edition,
        key=row.key,
        area=name_of(row.area or row.series.area),
        area_key=row.area.key if row.area else "",
        year=_year(row, last),
        host=last.host.code if last.host else "",
        place=last.place,
        where=_where(last, book),
        begins=last.begins,
        ends=last.ends,
        when=last.when,
        days=days_told(last.begins, last.ends, last.when),
        status=state.value,
        state=str(state.label),
        mark=MARKS[state],
        participants=tuple(member.code for member in last.participants.all()),
        absent=tuple(member.code for member in last.absent.all()),
        moves=tuple(_moves(stands, book)),
        reason=last.reason,
        note=row.note,
        known=row.known,
        basis=Basis.of(last),
    )


def _year(row: Activity, last: Activity | Turn) -> int | None:
    """Return for which year an edition counts: that of its name, else of its days, else of the words for them."""
    return year_in(row.edition, str(last.begins or ""), last.when)


def year_in(*told: str) -> int | None:
    """Return the first year that stands in the first of these words that has one."""
    for words in told:
        if found := _YEAR.search(words):
            return int(found[0])
    return None


def _where(stand: Activity | Turn, book: NameBook) -> str:
    return place_told(str(book.member(stand.host)), stand.host.name if stand.host else "", stand.place)


def _moves(stands: Sequence[Activity | Turn], book: NameBook) -> Iterator[str]:
    """Yield what was moved, each time that an edition is known to have been."""
    sides = [(_where(each, book), days_told(each.begins, each.ends, each.when)) for each in stands]
    for place, each in enumerate(stands):
        if place and each.state == Holding.MOVED:
            yield move_told(sides[place - 1], sides[place])


def _turn(stand: Activity | Turn, book: NameBook) -> TurnLine:
    state = Holding(stand.state)
    told = stand_told(_where(stand, book), days_told(stand.begins, stand.ends, stand.when))
    return TurnLine(
        stand.handle if isinstance(stand, Turn) else "",
        stand.known,
        told,
        str(state.label),
        MARKS[state],
        stand.reason,
        Basis.of(stand),
    )


def _ties(row: Activity, seen: dict[int, Activity], day: date, book: NameBook) -> Iterator[TieLine]:
    """Yield how an edition is tied to those that the reader sees on the day, from both ends."""
    known = Relation.objects.filter(stands_by(day))
    for each in known.filter(activity=row):
        if each.other_id is None or each.other_id in seen:
            yield _tie(str(Tie(each.kind).label), each, seen.get(each.other_id or 0), book)
    for each in known.filter(other=row, activity__in=seen):
        yield _tie(str(BACKWARDS[Tie(each.kind)]), each, seen[each.activity_id], book)


def _tie(label: str, row: Relation, other: Activity | None, book: NameBook) -> TieLine:
    if other is None:
        return TieLine(row.handle, label, "", "", "", row.words, Basis.of(row))
    title = f"{book.called(f'series {other.series.key}', other.series.name)} {other.edition}"
    return TieLine(row.handle, label, title, other.series.key, other.key, row.words, Basis.of(row))


def _series(row: Series, book: NameBook) -> SeriesLine:
    return SeriesLine(
        key=row.key,
        name=book.called(f"series {row.key}", row.name),
        registered=row.name,
        area=name_of(row.area),
        area_key=row.area.key if row.area else "",
        kind=row.kind,
        subject=row.subject,
        first=row.first,
        note=row.note,
        basis=Basis.of(row),
    )


def _fits(line: ActivityLine, wanted: Wanted) -> bool:
    asked = (wanted.series, line.series_key), (wanted.host, line.host), (wanted.status, line.status)
    return all(value in ("", known) for value, known in asked) and wanted.year in (None, line.year)


def _hosts(
    members: Sequence[MemberLine], others: Sequence[MemberLine], lines: Sequence[ActivityLine]
) -> tuple[MemberLine, ...]:
    """Return the members of the day, and of the others those that hosted something."""
    hosting = {line.host for line in lines}
    return (*members, *(line for line in others if line.code in hosting))


def _by_year(lines: Sequence[ActivityLine], hosts: Sequence[str]) -> tuple[YearRow, ...]:
    """Return a row for each year, the newest first; those of no known year last."""
    years = sorted({line.year for line in lines}, key=lambda year: -(year or 0))
    return tuple(YearRow(year, _by_host([line for line in lines if line.year == year], hosts)) for year in years)


def _by_host(lines: Sequence[ActivityLine], hosts: Sequence[str]) -> tuple[tuple[str, tuple[ActivityLine, ...]], ...]:
    hosted = ((host, tuple(line for line in lines if line.host == host)) for host in hosts)
    return (*hosted, ("", tuple(line for line in lines if line.host not in hosts)))
