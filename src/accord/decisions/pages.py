"""What the pages show of decisions: frozen values for one subject; and what is entered to put a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Putting:
    """
    A question to be put.

    Attributes:
        way: a value of ``models.Way``. rule: id of the rule. subject: of a minus-one rule, or "".
        about: id of the text that silence binds to, or "". adopts: whether it is adopted when the answer is yes.
        last_day, last_time, zone: the deadline of a silence procedure, as the clock of the zone shows it.
    """

    title: str
    way: str
    rule: str
    day: date
    subject: str = ""
    about: str = ""
    last_day: date | None = None
    last_time: time | None = None
    zone: str = "UTC"
    sample: bool = False
    adopts: bool = False


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule that the council can decide by, and the ways of asking that suit it."""

    id: str
    title: str
    sentence: str
    source: str
    standing: str
    needs_subject: bool
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """
    A decision rule, and where it is used.

    Attributes:
        why: what of it is not verified. own: the council decides its texts by it. quorum: it asks for one.
        questions: those that were put under it and that the reader can see, the newest first.
    """

    line: RuleLine
    why: str
    own: bool
    quorum: bool
    questions: tuple[QuestionLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """
    A question in a list.

    Attributes:
        way: in words. state: "open" | "adopted" | "not_adopted" | "lapsed" | "expired" (a silence that is over).
        said: of how many members a position is known; members: how many there are.
    """

    id: str
    title: str
    way: str
    rule: str
    state: str
    said: int
    members: int
    at: datetime
    sample: bool
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class WordLine:
    """What a member said: its position in words, its reason, when, and who entered it (in words)."""

    position: str
    label: str
    reason: str
    at: datetime
    authority: str
    superseded: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """
    A member at the table.

    Attributes:
        last: its last word, None where nothing is recorded. earlier: those it superseded, latest first.
        pivotal: whether it turns the outcome alone.
    """

    code: str
    name: str
    mine: bool
    last: WordLine | None
    earlier: tuple[WordLine, ...]
    pivotal: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class TestLine:
    """A test of the rule: what was found, what was needed, and whether it passes (None: open)."""

    depth: int
    words: str
    found: str
    needed: str
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Result:
    """
    The outcome as it stands, or as it was closed.

    Attributes:
        outcome: "adopted" | "not_adopted" | "lapsed" | "undetermined".
        tests: the tree of the rule, in reading order.
        missing: names of members whose position is not known. pivotal: codes.
        to_change: the smallest sets of members that turn it together, as lists of codes.
        remarks: what the answer says besides.
    """

    outcome: str
    sentence: str
    tests: tuple[TestLine, ...]
    tally: tuple[tuple[str, int], ...]
    before: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    pivotal: tuple[str, ...]
    to_change: tuple[tuple[str, ...], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """The deadline as the clock of one zone shows it, naive; ``own`` for the zone in which it was set."""

    zone: str
    code: str
    at: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class SilencePage:
    """
    A silence procedure as it stands.

    Attributes:
        state: one of the states of the engine. left: seconds to the deadline, 0 after it.
        closes: when it can be closed: after the drain. held: 0 to 100, how much of the period is over.
        unchanged: whether the text that silence binds to is still the same.
        watched: whether the clock closes it by itself. doubts: why an objection may not have reached the service.
    """

    state: str
    opens: datetime
    deadline: datetime
    closes: datetime
    left: int
    held: int
    zones: tuple[ZoneLine, ...]
    unchanged: bool
    watched: bool
    doubts: tuple[str, ...]
    fingerprint: str
    extended: tuple[datetime, ...]
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement attached to the record: whose, of which kind in words, its wording."""

    code: str
    name: str
    kind: str
    wording: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CountLine:
    """What one teller counted."""

    teller: str
    mine: bool
    in_favour: int
    against: int
    abstaining: int
    invalid: int


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """
    The page of one question.

    Attributes:
        reasons: act → why it is not offered; an act that is offered stands in ``offers``.
        positions: what can be said here, as (value, words).
    """

    id: str
    title: str
    way: str
    way_label: str
    rule: RuleLine
    day: date
    subject: str
    meeting: tuple[str, str] | None
    text: tuple[str, str] | None
    sample: bool
    round: int
    at: datetime
    closed: datetime | None
    me: str
    rows: tuple[MemberRow, ...]
    result: Result
    silence: SilencePage | None
    counts: tuple[CountLine, ...]
    counts_agree: bool
    statements: tuple[StatementLine, ...]
    positions: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    offers: frozenset[str]
    reasons: Mapping[str, str]
    fingerprint: str
