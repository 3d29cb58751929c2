"""What the pages show of what is followed: frozen values for one subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.changes import CorrectionLine
from accord.members.pages import Called
from accord.programme.pages import ReportLine, StruckLine


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a commitment stand: id and title of the adopted text, the paragraph, what is around them."""

    adoption: str
    title: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FollowedLine:
    """
    A measure or commitment on a day.

    Attributes:
        kind: "measure" | "commitment". owners: codes of members; ``owner`` who else, in words, no words for nobody.
        period: in words, "" where nothing is known. indicator: with its target, "" where none is set.
        status: a value of ``choices.Standing``; ``state`` in words. said: what was last reported of what is overdue.
        priority: its number and name, None for none. priority_id: its handle, "" for none.
        place: where the words stand, None for a measure.
        reports: by the day, in order of time, as far as the reader sees them. whole: the reader sees all of them.
        mine: the reader is of a member to which it belongs.
    """

    id: str
    kind: str
    words: str
    owners: tuple[str, ...]
    owner: Called
    begins: date | None
    due: date | None
    period: str
    indicator: str
    area: str
    area_key: str
    priority: tuple[int, str] | None
    priority_id: str
    status: str
    state: str
    mark: str
    said: str
    reports: tuple[ReportLine, ...]
    place: Place | None
    sample: bool
    whole: bool
    mine: bool
    basis: Basis

    @property
    def owned(self) -> bool:
        """Whether anybody is known to whom it belongs."""
        return bool(self.owners or self.owner)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for of a list; what is not known counts as not asked."""

    status: str = ""
    code: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FollowedPage:
    """
    Measures and commitments on a day, what is overdue first.

    Attributes:
        lines: what was asked for. total: how many there are in all. codes: members that can be asked for.
        plans: the reader may enter something.
    """

    day: date
    sentence: str
    lines: tuple[FollowedLine, ...]
    total: int
    codes: tuple[str, ...]
    plans: bool


@dataclass(frozen=True, slots=True)
class OnePage:
    """
    One measure or commitment, with all that was reported of it by a day.

    Attributes:
        corrections: what stood in it before, the latest first. reports, corrects: what the reader may do.
    """

    day: date
    sentence: str
    line: FollowedLine
    corrections: tuple[CorrectionLine, ...]
    reports: bool
    corrects: bool


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """An activity or operation that serves a priority; ``address`` of its page: its name and what it takes."""

    title: str
    state: str
    mark: str
    days: str
    address: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PriorityCourse:
    """
    The course of one priority.

    Attributes:
        planned: its measures and commitments. reports: of the priority itself. services: what serves it.
        overdue: those of ``planned`` that are. unknown: what is not known, each in a sentence.
    """

    number: int
    name: str
    area: str
    announced: date | None
    planned: tuple[FollowedLine, ...]
    reports: tuple[ReportLine, ...]
    services: tuple[ServiceLine, ...]
    unknown: tuple[str, ...]
    basis: Basis

    @property
    def overdue(self) -> tuple[FollowedLine, ...]:
        """What of the plan is overdue."""
        return tuple(line for line in self.planned if line.status == "overdue")

    @property
    def told(self) -> bool:
        """Whether anything is reported of it or of what was planned."""
        return bool(self.reports or any(line.reports for line in self.planned))


@dataclass(frozen=True, slots=True)
class ImplementationPage:
    """
    The course of implementation of the priorities by a day.

    Attributes:
        title: of the programme, "" where none is announced. courses: in the chair's own order.
        whole: what is reported of the programme as a whole. loose: commitments of no priority.
        sample: something in it is a sample.
    """

    day: date
    organisation: str
    title: str
    sentence: str
    courses: tuple[PriorityCourse, ...]
    whole: tuple[ReportLine, ...]
    loose: tuple[FollowedLine, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class InText:
    """The commitments in an adopted text; ``marks`` the reader may mark one."""

    lines: tuple[FollowedLine, ...]
    marks: bool


@dataclass(frozen=True, slots=True)
class Markable:
    """A paragraph of an adopted text in which words can be marked."""

    block: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class MarkPage:
    """An adopted text whose words can be marked, with those that are marked already."""

    adoption: str
    title: str
    sample: bool
    paragraphs: tuple[Markable, ...]
    marked: tuple[FollowedLine, ...]


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What became of a proposal on a day; ``paper`` is the name of an address with its id and title, None for none."""

    day: date
    fate: str
    state: str
    mark: str
    words: str
    paper: tuple[str, str, str] | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class VoicedLine:
    """
    A proposal that was voiced.

    Attributes:
        code: of the member or partner; ``who`` the others, in words. meeting: id and title.
        where: its place in the record in words. statement: id of the statement that the reader sees, or "".
        outcomes: by the day, in order of time; the last one is its state.
    """

    id: str
    code: str
    who: str
    words: str
    day: date
    meeting: tuple[str, str]
    where: str
    statement: str
    fate: str
    state: str
    mark: str
    outcomes: tuple[OutcomeLine, ...]
    sample: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class VoicedPage:
    """Proposals voiced, the latest first; ``plans`` the reader may enter something."""

    day: date
    sentence: str
    lines: tuple[VoicedLine, ...]
    total: int
    plans: bool


@dataclass(frozen=True, slots=True)
class AreaThing:
    """
    Something that belongs to an area.

    Attributes:
        about: how it stands. words: what the register says of it, in the register's language, or "".
        address: of its page: its name and what it takes; None for none.
        tie: handle of the entry that says that it belongs there, "" where the thing says so itself.
    """

    title: Called
    about: str
    address: tuple[str, ...] | None
    area: str
    basis: Basis | None
    words: str = ""
    tie: str = ""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """
    An area in the tree; ``depth`` 0 at the top.

    Attributes:
        counts: by kind, with what is below it. holds: the same by label, without what there is none of.
    """

    key: str
    name: str
    depth: int
    parent: str
    counts: Mapping[str, int]
    holds: tuple[tuple[str, int], ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class AreasPage:
    """All areas as a tree, with how much each holds; ``kinds`` name and label of the columns."""

    day: date
    sentence: str
    rows: tuple[AreaRow, ...]
    kinds: tuple[tuple[str, str], ...]
    enters: bool


@dataclass(frozen=True, slots=True)
class AreaPage:
    """
    One area: the path to it, its parts, and all that belongs to it and to what is below it, by kind.

    Attributes:
        struck: entries that were struck, for who enters.
    """

    day: date
    sentence: str
    row: AreaRow
    path: tuple[tuple[str, str], ...]
    parts: tuple[AreaRow, ...]
    groups: tuple[tuple[str, tuple[AreaThing, ...]], ...]
    struck: tuple[StruckLine, ...]
    enters: bool
