"""What the calendar shows: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """
    Something that takes place.

    Attributes:
        uid: the same for as long as it is the same, whatever changes in it; it tells nothing of other councils.
        kind: "meeting" | "activity" | "term" | "deadline".
        first, last: its days; None for both where no day is fixed, and ``when`` then says what is known.
        begins, ends: instants, where hours are fixed. zone: IANA zone of the place.
        meeting: id of the meeting, for its address; "" for what is none.
        page: name of the address that shows another thing, and its id; None for what has no page of its own.
        host: code of the member in which it takes place, or "". organs: names of those that meet.
        members: codes of those that are known to take part, none where that is not said. people: names of those who
            are registered for it.
        revision, changed_at: how often it was changed, and when last.
        sample: it is for practice; no such thing takes place.
        restricted: it is not for the public, so that a feed says only that there is an appointment.
    """

    uid: str
    kind: str
    title: str
    first: date | None
    last: date | None
    when: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    zone: str = "UTC"
    place: str = ""
    meeting: str = ""
    page: tuple[str, str] | None = None
    host: str = ""
    organs: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cancelled: bool = False
    sample: bool = False
    revision: int = 0
    changed_at: datetime | None = None
    restricted: bool = False

    def on(self, day: date) -> bool:
        """Whether it takes place on this day."""
        return self.first is not None and self.first <= day <= (self.last or self.first)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday of members: its names by code."""

    day: date
    names: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The members that rest on this day."""
        return tuple(code for code, _name in self.names)


@dataclass(frozen=True, slots=True)
class Clash:
    """
    Two things that want the same people or place at one time, or a meeting on a holiday of a member.

    Attributes:
        sentence: what clashes and why, as one sentence.
    """

    day: date
    sentence: str


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month; ``within`` the month that is shown."""

    day: date
    within: bool
    today: bool
    weekend: bool
    happenings: tuple[Happening, ...]
    holiday: Holiday | None


@dataclass(frozen=True, slots=True)
class MonthBlock:
    """A month: its first day, and its weeks."""

    first: date
    weeks: tuple[tuple[DayCell, ...], ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """
    The calendar as one subject sees it.

    Attributes:
        view: "month" | "year" | "list". day: a day in what is shown.
        months: one for a month, twelve for a year. listed: in order of time, for each view.
        undated: what has no day yet. clashes: in what is shown.
        before, after: days in what is shown next.
        has_address: the reader has an address for a calendar program.
    """

    organisation: str
    view: str
    day: date
    months: tuple[MonthBlock, ...]
    listed: tuple[Happening, ...]
    undated: tuple[Happening, ...]
    clashes: tuple[Clash, ...]
    holidays: tuple[Holiday, ...]
    before: date
    after: date
    has_address: bool = False


@dataclass(frozen=True, slots=True)
class ZoneClock:
    """A moment as the clock of one zone shows it, naive; ``codes`` are the members whose capitals have that clock."""

    zone: str
    city: str
    at: datetime
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that does not count; ``name`` of the holiday, "" where it has none."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """
    The end of a number of working days of the secretariat.

    Attributes:
        begins: the day that is not counted. day: the last one. at: the instant of the end.
        zone, city: of the secretariat. zones: the end in each zone involved, the secretariat's first, UTC last.
        skipped: days in between that do not count, weekends without a name apart.
        known: whether the country of the seat is entered, so that its holidays are left out.
    """

    days: int
    begins: date
    day: date
    at: datetime
    zone: str
    city: str
    zones: tuple[ZoneClock, ...]
    skipped: tuple[Skipped, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class OwnDayLine:
    """A day that the secretariat settled itself: it works on it, or is closed."""

    id: str
    day: date
    works: bool
    name: str


@dataclass(frozen=True, slots=True)
class WorkingPage:
    """
    On which days the secretariat works.

    Attributes:
        country: three letters, "" where the seat is not entered. weekend: days of the week, Monday is 0.
        own: days that it settled itself. settles: whether the reader settles them.
    """

    city: str
    zone: str
    country: str
    weekend: tuple[int, ...]
    own: tuple[OwnDayLine, ...]
    today: date
    settles: bool
