"""What the pages show of joint activities: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from accord.members.basis import Basis
from accord.members.pages import Called, MemberLine
from accord.programme.pages.priorities import ServedLine
from accord.programme.pages.striking import StruckLine


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """
    An edition of a joint activity as it stands on the day shown.

    Attributes:
        series, registered: how its series is called, for the reader and in the register.
        series_key: its place in addresses. key: that of the edition below it.
        year: for which it counts, None where that is not known. host: a code, "" where it is not known.
        where: host and place in words; days: its days in words; "" where they are not stated.
        status: "planned" | "held" | "moved" | "cancelled"; state: the same in words.
        participants, absent: codes of members named as taking part, and as not taking part.
        moves: what was moved before, "from Armenia to Kyrgyzstan". reason: of a move or a cancellation.
        area, area_key: of the edition, else of its series. known: the day from which it is known, None for always.
    """

    id: int
    series: Called
    registered: str
    series_key: str
    edition: str
    key: str
    area: str
    area_key: str
    year: int | None
    host: str
    place: str
    where: str
    begins: date | None
    ends: date | None
    when: str
    days: str
    status: str
    state: str
    mark: str
    participants: tuple[str, ...]
    absent: tuple[str, ...]
    moves: tuple[str, ...]
    reason: str
    note: str
    known: date | None
    basis: Basis

    @property
    def title(self) -> str:
        """Series and edition."""
        return f"{self.series} {self.edition}"

    @property
    def held(self) -> bool:
        """Whether it is known to have been held."""
        return self.status == "held"

    @property
    def ahead(self) -> bool:
        """Whether it is still to come, as far as is known."""
        return self.status in ("planned", "moved")


@dataclass(frozen=True, slots=True)
class YearRow:
    """
    The editions of a year; ``year`` None for those of no known year.

    Attributes:
        hosted: by the code of the host; those whose host is not stated come last, under "".
    """

    year: int | None
    hosted: tuple[tuple[str, tuple[ActivityLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which editions are asked for; what is not known counts as not asked."""

    series: str = ""
    host: str = ""
    year: int | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series of joint activities; ``registered`` is its name in the register."""

    key: str
    name: Called
    registered: str
    area: str
    area_key: str
    kind: str
    subject: str
    first: int | None
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ActivitiesPage:
    """
    The joint activities of an organisation on a day.

    Attributes:
        hosts: members that can be hosts, in the council's own order. years, series: what can be asked for.
        lines: what was asked for, in order of time. total: how many editions are known in all.
        enters: the reader can enter something.
    """

    day: date
    sentence: str
    hosts: tuple[MemberLine, ...]
    years: tuple[int, ...]
    series: tuple[SeriesLine, ...]
    rows: tuple[YearRow, ...]
    lines: tuple[ActivityLine, ...]
    total: int
    enters: bool

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The marks of these editions, each with its word."""
        return tuple(dict.fromkeys((line.mark, line.state) for line in self.lines))


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A series with its editions, the newest first."""

    day: date
    sentence: str
    line: SeriesLine
    editions: tuple[ActivityLine, ...]
    enters: bool


@dataclass(frozen=True, slots=True)
class TurnLine:
    """How an edition stood from a day on; ``id`` 0 and ``known`` None for how it first was, ``told`` in words."""

    id: str
    known: date | None
    told: str
    state: str
    mark: str
    reason: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class TieLine:
    """How an edition is tied to another (``series_key`` and ``key`` for its address), or to what ``words`` say."""

    id: str
    label: str
    title: str
    series_key: str
    key: str
    words: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """
    One edition: how it stands, what became of it, how it is tied to others, and which priorities it serves.

    Attributes:
        struck: entries that were struck, for who enters.
    """

    day: date
    sentence: str
    line: ActivityLine
    turns: tuple[TurnLine, ...]
    ties: tuple[TieLine, ...]
    serves: tuple[ServedLine, ...]
    struck: tuple[StruckLine, ...]
    enters: bool

    @property
    def asking(self) -> str:
        """What an address asks for to enter something of it on this day."""
        return urlencode({"series": self.line.series_key, "edition": self.line.key, "on": self.day.isoformat()})
