"""
What is seen at a glance: pictures, each with its table, for the page and for paper. Each shows what its table says.

Nothing is added up to a score, and what no source says has a mark of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.utils.dates import MONTHS_3
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.commitments.pages import AreaRow, AreasPage
from accord.commitments.queries import areas_page
from accord.formats.pictures import Bar, Line, Mark, Picture, Shape, Words, lines_of, words_at
from accord.formats.sheets import Drawn, Grid, Heading, Part, Prose, Sheet
from accord.members.pages import OrganisationPage
from accord.members.periods import period_span
from accord.members.queries import organisation_page
from accord.programme.choices import Holding, Progress
from accord.programme.pages import ActivityLine, PriorityLine
from accord.programme.pages.participation import ParticipationPage, Share
from accord.programme.queries import activity_list, participation_page, priority_list
from accord.programme.wording import activities_sentence

LEFT = 190
"""Where what is drawn begins; the names of the rows stand before it."""
WIDE = 760
ROW = 34
HEAD = 26
STEP = 14
"""From one mark to the next, in a cell."""
GAP = 84
"""How wide the column of a run of years is in which nothing is known, where there is room for its head."""
REACH = 11
"""How far from its mark the line of a span reaches at least; a shorter one would lie hidden under it."""
NARROW = 36
"""How wide a column has to be, to say its head."""

HELD = {Holding.HELD: "full", Holding.PLANNED: "empty", Holding.MOVED: "half", Holding.CANCELLED: "cross"}
REPORTED = {
    Progress.WISH: "wish",
    Progress.PLANNED: "empty",
    Progress.RUNNING: "half",
    Progress.DONE: "full",
    Progress.DROPPED: "cross",
}


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of a picture: where it begins, how wide it is, and its head.

    Attributes:
        year: that it stands for; None for a run of years of which nothing is known, and for no known year.
    """

    x: int
    width: int
    head: str
    year: int | None = None


def columns_of(years: Collection[int], *, unknown: bool = False) -> tuple[Column, ...]:
    """
    Return a column for each of these years, and one for each run of two or more years between them.

    Args:
        unknown: with a last column for what has no known year.
    """
    runs = _runs(sorted(years))
    gap = min(GAP, (WIDE - LEFT) // 2 // max(sum(last > first for first, last in runs), 1))
    gaps = sum(last > first for first, last in runs)
    width = (WIDE - LEFT - gaps * gap) // max(len(runs) - gaps + unknown, 1)
    columns, x = [], LEFT
    for first, last in runs:
        wide = gap if last > first else width
        columns.append(Column(x, wide, _years_told(first, last, wide), None if last > first else first))
        x += wide
    return (*columns, Column(x, width, _("not stated"))) if unknown else tuple(columns)


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each column: a year, also an empty one alone, or a run of empty ones."""
    found: list[tuple[int, int]] = []
    for year in years:
        before = found[-1][1] + 1 if found else year
        found += [(before, year - 1)] if year > before else []
        found.append((year, year))
    return found


def _years_told(first: int, last: int, width: int) -> str:
    if first == last:
        return str(first)
    return f"{first}–{last}" if width >= GAP else "…"


def timeline(lines: Sequence[ActivityLine]) -> Picture | None:
    """Return the editions of each series over the years; None where none has a known year."""
    known = [line for line in lines if line.year]
    if not known:
        return None
    years = {line.year or 0 for line in known}
    columns = columns_of(years)
    names = sorted({(str(line.series), line.series_key) for line in known})
    shapes = [*_grid(columns, len(names))]
    for place, (name, key) in enumerate(names):
        shapes += words_at(LEFT - 10, _height(place), lines_of(name, 26), "end")
        shapes += _editions([line for line in known if line.series_key == key], columns, _height(place))
    legend = tuple((HELD[state], str(state.label)) for state in Holding if any(one.status == state for one in known))
    title = _("Joint activities by series, from %(first)d to %(last)d") % {"first": min(years), "last": max(years)}
    return Picture("timeline", title, WIDE, _bottom(len(names)), tuple(shapes), (*legend, *_without_day(known)))


def _without_day(lines: Iterable[ActivityLine]) -> tuple[tuple[str, str], ...]:
    unknown = any(not one.begins for one in lines)
    return (("line", _("somewhere in this span: the day is not known")),) if unknown else ()


def _editions(lines: Iterable[ActivityLine], columns: Sequence[Column], y: int) -> Iterator[Shape]:
    place = {column.year: column for column in columns}
    for line in lines:
        column = place[line.year]
        first, last = (_at(column, day) for day in _between(line))
        x = (first + last) // 2
        if not line.begins:
            yield _span(column, first, last, y)
        yield Mark(x, y, HELD[Holding(line.status)], f"{line.title}: {line.state}, {line.days or _('not stated')}")


def _span(column: Column, first: int, last: int, y: int) -> Line:
    """Return the line of a span in its year, as long as it has to be to be seen on both sides of its mark."""
    x = (first + last) // 2
    ends = max(column.x, min(first, x - REACH)), min(column.x + column.width, max(last, x + REACH))
    return Line(ends[0], y, ends[1], y, strong=True)


def _between(line: ActivityLine) -> tuple[date, date]:
    """Return the days between which an edition begins: its day, else those of its words, else those of its year."""
    if line.begins:
        return line.begins, line.begins
    year = line.year or 0
    told = period_span(line.when)
    return told if told and told[0].year == year else (date(year, 1, 1), date(year, 12, 31))


def _at(column: Column, day: date) -> int:
    """Return where a day of the year stands in its column."""
    return column.x + 8 + (day.timetuple().tm_yday - 1) * (column.width - 16) // 365


def participation(page: ParticipationPage) -> Picture | None:
    """Return a mark for each edition held, by member and year; None where none was held."""
    if not page.years:
        return None
    years = {year for year, held in zip(page.years, page.held, strict=True) if year and held}
    columns = columns_of(years, unknown=None in page.years)
    shapes = [*_grid(columns, len(page.rows))]
    place = {column.year: column for column in columns}
    for row, shares in enumerate(page.rows):
        shapes += words_at(LEFT - 10, _height(row), lines_of(str(shares.member.name), 26), "end")
        for share in shares.shares:
            if share.held:
                column = place[share.year]
                shapes += _share(share, column.x + 10, column.width - 12, _height(row))
    legend = (
        ("diamond", _("takes part and hosts")),
        ("full", _("takes part, as a source says")),
        ("wish", _("hosts; whether it takes part is not stated")),
        ("cross", _("takes no part, as a source says")),
        ("dots", _("not stated")),
    )
    return Picture("participation", page.sentence, WIDE, _bottom(len(page.rows)), tuple(shapes), legend)


def _share(share: Share, x: int, width: int, y: int) -> Iterator[Shape]:
    """Yield a mark for each edition of a cell; they stand nearer to one another where there are many."""
    step = min(STEP, width // max(len(share.held), 1))
    for place, line in enumerate(share.held):
        yield Mark(x + place * step, y, _part(share, line), line.title)


def _part(share: Share, line: ActivityLine) -> str:
    if line in share.takes:
        return "diamond" if line in share.hosts else "full"
    if line in share.absent:
        return "cross"
    return "wish" if line in share.hosts else "dots"


def progress(priorities: Sequence[PriorityLine], begins: date, ends: date) -> Picture | None:
    """Return what is reported of each priority between two days; None where there is no priority."""
    if not priorities:
        return None
    months = [*_months(begins, ends)]
    shapes = [*_grid(_even([capfirst(str(MONTHS_3[month.month])) for month in months]), len(priorities))]
    days = max((ends - begins).days, 1)
    for place, line in enumerate(priorities):
        y = _height(place)
        shapes += words_at(LEFT - 10, y, lines_of(f"{line.number}. {line.name}", 28), "end")
        for report in line.reports:
            x = LEFT + 8 + min(max((report.day - begins).days, 0), days) * (WIDE - LEFT - 16) // days
            told = f"{date_format(report.day, 'j E Y')}: {report.state}"
            shapes.append(Mark(x, y, REPORTED[Progress(report.status)], told))
        if not line.reports:
            shapes.append(Words(LEFT + 8, y + 4, _("nothing is reported of it"), quiet=True))
    states = {report.status for line in priorities for report in line.reports}
    legend = tuple((REPORTED[state], str(state.label)) for state in Progress if state in states)
    title = _("What is reported of each priority, by day. Reported is not measured.")
    return Picture("progress", title, WIDE, _bottom(len(priorities)), tuple(shapes), legend)


def _months(begins: date, ends: date) -> Iterator[date]:
    """Yield the first day of each month of a term, at most twelve evenly spaced ones."""
    count = (ends.year - begins.year) * 12 + ends.month - begins.month + 1
    for place in range(0, count, -(-count // 12)):
        year, month = divmod(begins.year * 12 + begins.month - 1 + place, 12)
        yield date(year, month + 1, 1)


def coverage(page: AreasPage) -> Picture | None:
    """Return how much of each kind stands in each area; None where there is no area, or nothing in any."""
    if not page.rows or not page.kinds:
        return None
    width = (WIDE - LEFT) // len(page.kinds)
    heads = [lines_of(label, max(width // 7, 4), 1)[0] for _kind, label in page.kinds]
    shapes = [*_grid(_even(heads), len(page.rows))]
    most = max((count for row in page.rows for count in counts_of(page, row)), default=0) or 1
    for place, row in enumerate(page.rows):
        shapes += words_at(LEFT - 10, _height(place), lines_of(row.name, 28), "end")
        shapes += _bars(counts_of(page, row), most, width, _height(place))
    title = _("How much of each kind is entered in each area of cooperation")
    return Picture("coverage", title, WIDE, _bottom(len(page.rows)), tuple(shapes))


def _bars(counts: Sequence[int], most: int, width: int, y: int) -> Iterator[Shape]:
    room = width - 34
    for column, count in enumerate(counts):
        x = LEFT + column * width + 6
        if count:
            yield Bar(x, y - 7, max(room * count // most, 2), 14)
        yield Words(x + room * count // most + 4, y + 4, str(count), quiet=not count)


def counts_of(page: AreasPage, row: AreaRow) -> tuple[int, ...]:
    """Return how much of each kind of the page an area holds."""
    return tuple(row.counts.get(kind, 0) for kind, _label in page.kinds)


def _height(place: int) -> int:
    """Return the middle of a row."""
    return HEAD + place * ROW + ROW // 2


def _bottom(rows: int) -> int:
    """Return where the last row ends."""
    return HEAD + rows * ROW + 1


def _even(heads: Sequence[str]) -> tuple[Column, ...]:
    """Return columns of one width."""
    width = (WIDE - LEFT) // len(heads)
    return tuple(Column(LEFT + place * width, width, head) for place, head in enumerate(heads))


def _grid(columns: Sequence[Column], rows: int) -> Iterator[Shape]:
    """Yield the heads of columns and the lines between columns and rows; narrow columns say every second head."""
    bottom = HEAD + rows * ROW
    step = -(-NARROW // max(min(column.width for column in columns), 1))
    for place, column in enumerate(columns):
        if place % step == 0:
            yield Words(column.x + 8, HEAD - 9, column.head, quiet=True)
        yield Line(column.x, HEAD - 4, column.x, bottom)
    for place in range(rows + 1):
        yield Line(0, HEAD + place * ROW, WIDE, HEAD + place * ROW)


# The page


@dataclass(frozen=True, slots=True)
class Section:
    """
    A picture with its table; ``picture`` None where there is nothing to draw.

    Attributes:
        key: its place on the page. place: name of the page where the sources stand.
        members: for each row of the table the code of the member that it is of; empty where it is of none.
    """

    key: str
    head: str
    sentence: str
    picture: Picture | None
    table: Grid
    place: str
    members: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The rows of the table, each with the code of its member, or with ""."""
        return tuple(zip_longest(self.table.rows, self.members, fillvalue=""))


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a council at a glance, on a day."""

    council: OrganisationPage
    day: date
    sections: tuple[Section, ...]

    @property
    def sentence(self) -> str:
        """The sentence with which the page opens."""
        if not any(section.picture for section in self.sections):
            return _("Nothing is entered yet that could be drawn.")
        return _("What is entered by this day, as pictures with their tables. Nothing is added up to a score.")


def glance(by: Subject, organisation_id: str, on: date | None = None) -> Glance:
    """Return what a reader sees of a council at a glance on a day. Raises NotVisible."""
    council = organisation_page(by, organisation_id, on=on)
    day = council.day or date.min
    return Glance(
        council=council,
        day=day,
        sections=(
            _activities(activity_list(by, organisation_id, day)),
            _participation(participation_page(by, organisation_id, day)),
            _progress(priority_list(by, organisation_id, on=day), council, day),
            _coverage(areas_page(by, organisation_id, day)),
        ),
    )


def sheet_of(page: Glance) -> Sheet:
    """Return the page as a printed paper: each picture with its table."""
    parts: list[Part] = []
    for section in page.sections:
        drawn: list[Part] = [Drawn(section.picture)] if section.picture else []  # a head stays with what follows it
        parts += [Heading(section.head), *drawn, Prose(section.sentence)]
        parts += [section.table] if drawn else []
    return Sheet(
        title=_("At a glance"),
        subtitle=f"{page.council.council or page.council.name}, {date_format(page.day, 'j E Y')}",
        language=get_language() or "en",
        parts=tuple(parts),
    )


def _activities(lines: Sequence[ActivityLine]) -> Section:
    head = (_("Series and edition"), _("When"), _("Host and place"), _("How it stands"))
    unknown = _("not stated")
    rows = tuple((line.title, line.days or unknown, line.where or unknown, line.state) for line in lines)
    table = Grid(head, rows, (4, 4, 4, 3))
    return Section(
        "timeline",
        _("Joint activities over the years"),
        activities_sentence(lines),
        timeline(lines),
        table,
        "activities",
    )


def _participation(page: ParticipationPage) -> Section:
    head = (_("Member"), _("Year"), _("Held"), _("Hosts"), _("Takes part"), _("Takes no part"), _("Not stated"))
    shown = [(row.member, share) for row in page.rows for share in row.shares if share.held]
    rows = tuple(
        (str(member.name), str(share.year or _("not stated")), *map(str, map(len, _parts(share))))
        for member, share in shown
    )
    table = Grid(head, rows, (4, 2, 2, 2, 2, 2, 2))
    return Section(
        "participation",
        _("Participation by member"),
        page.sentence,
        participation(page),
        table,
        "activities",
        tuple(member.code for member, _share in shown),
    )


def _parts(share: Share) -> tuple[tuple[ActivityLine, ...], ...]:
    return share.held, share.hosts, share.takes, share.absent, share.silent


def _progress(lines: Sequence[PriorityLine], council: OrganisationPage, day: date) -> Section:
    head = (_("Priority"), _("Day"), _("How it stands"), _("What is reported"))
    unknown = (_("not known"), "", _("Nothing is reported of it."))
    rows = []
    for line in lines:
        told = [(date_format(one.day, "j E Y"), one.state, one.fact) for one in line.reports] or [unknown]
        rows += [(f"{line.number}. {line.name}", *each) for each in told]
    sentence = _("Reported is not measured.") if lines else _("No programme of priorities runs on this day.")
    picture = progress(lines, *_term(council, day))
    return Section(
        "progress",
        _("Progress of priorities"),
        sentence,
        picture,
        Grid(head, tuple(rows), (4, 3, 3, 6)),
        "chairmanship",
    )


def _term(council: OrganisationPage, day: date) -> tuple[date, date]:
    """Return first and last day of the term that runs; of the calendar year, where its days are not known."""
    term = council.chairmanship
    begins = term.begins if term else None
    ends = term.ends if term else None
    return begins or date(day.year, 1, 1), ends or date((begins or day).year, 12, 31)


def _coverage(page: AreasPage) -> Section:
    head = (_("Area"), *(label for _kind, label in page.kinds))
    rows = tuple((row.name, *map(str, counts_of(page, row))) for row in page.rows)
    widths = (4, *(2 for _each in page.kinds))
    return Section("coverage", _("Coverage by area"), page.sentence, coverage(page), Grid(head, rows, widths), "areas")
