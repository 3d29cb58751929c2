"""
From lines of positions to a case that a rule can decide: the members of that day, the entitled, what each said last.

What the lines leave open is asked about, never guessed: an unknown member, a seat without a line, a missing subject.

Source: docs/reference/rules.md, "Positions".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from accord.engine.rules.model import Member, Rule, measures_of
from accord.engine.said import say


class RulesError(ValueError):
    """Something is refused; the message names the item at fault."""


class DoubleVote(RulesError):
    """A member has two lines, and no later time says which one counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    What one member is recorded with.

    Attributes:
        position: one of ``model.POSITIONS``.
        at: when it was taken; needed where a later line supersedes an earlier one.
        reservation: attached to the record; it never changes an outcome.
        row: the line of the file, for messages; 0 for none.
    """

    member: str
    position: str
    at: datetime | None = None
    reservation: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is said with an answer, in words: a key of the word list, and its values."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """
    All that a rule needs to decide.

    Attributes:
        members: every member (observers are none).
        entitled: codes that may take part, in the order of the members.
        positions: code → position, for each entitled member with a line that counts.
        superseded: earlier lines of members that spoke again.
        set_aside: lines that do not count: of members that are not entitled, or too late.
        closed: a silence period is over: whoever did not object was silent.
        remarks: what the answer has to say beside the outcome.
        secret: the positions are counted ballots; who stands at which is arbitrary, and nobody is ever named.
    """

    members: tuple[Member, ...]
    entitled: tuple[str, ...]
    positions: Mapping[str, str]
    lines: tuple[Line, ...] = ()
    superseded: tuple[Line, ...] = ()
    set_aside: tuple[Line, ...] = ()
    closed: bool = False
    remarks: tuple[Remark, ...] = ()
    secret: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """Entitled members without a line."""
        return tuple(code for code in self.entitled if code not in self.positions)


@dataclass(frozen=True, slots=True)
class Question:
    """What has to be answered before the rule can be applied: a key of the word list, and its values."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


def gather(
    rule: Rule,
    lines: Sequence[Line],
    on: date,
    *,
    subject: str = "",
    deadline: datetime | None = None,
    closed: datetime | None = None,
) -> Case | tuple[Question, ...]:
    """
    Return the case that these lines make under ``rule`` on a day, or the questions that they leave.

    Args:
        subject: the member that a minus-one or party rule is about; "" for none.
        deadline: end of a silence period; what arrives at or after it does not count.
        closed: when a silence period was found to be over; None while it runs.

    Raises:
        DoubleVote: two lines of one member with the same time or without times.
        RulesError: lines without a weight that the rule needs; nobody at all.
    """
    current, superseded = _latest(lines)
    named = rule.roster.at(on)
    known = {member.code for member in named}
    complete = rule.roster.complete(on)
    questions = tuple(_questions(rule, tuple(current), known, subject, complete=complete, seats=rule.roster.seats))
    if questions:
        return questions
    if not complete:
        named = (*named, *(Member(code) for code in current if code not in known))
        if not named:
            raise RulesError(
                say("{id} is decided by those with a position, and nobody has one. Add a line a member.", id=rule.id)
            )
        _require_weights(rule, named)
    members = tuple(member for member in named if member.status != "observer")
    excluded = {member.code for member in named if member.status in (*rule.exclude, "observer")}
    excluded |= {subject} if subject and "subject" in rule.exclude else set()
    late = {code for code, line in current.items() if deadline and line.at and _not_before(line.at, deadline)}
    return Case(
        members=members,
        entitled=tuple(member.code for member in members if member.code not in excluded),
        positions={code: line.position for code, line in current.items() if code not in excluded | late},
        lines=tuple(current.values()),
        superseded=superseded,
        set_aside=tuple(line for code, line in current.items() if code in excluded | late),
        closed=closed is not None and (deadline is None or _not_before(closed, deadline)),
        remarks=tuple(_remarks(rule, on, len(members), complete=complete)),
    )


def seated_apart(case: Case, codes: Collection[str]) -> Case:
    """Return the case with these members counted as absent: they sit and speak, but do not decide. A remark says so."""
    named = tuple(code for code in case.entitled if code in codes)
    if not named:
        return case
    remark = Remark("credentials", {"codes": ", ".join(named)})
    positions = {**case.positions, **dict.fromkeys(named, "absent")}
    return replace(case, positions=positions, remarks=(*case.remarks, remark))


def apart_in(case: Case) -> tuple[str, ...]:
    """Return codes of the members that :func:`seated_apart` has set apart."""
    found = next((remark.values["codes"] for remark in case.remarks if remark.key == "credentials"), "")
    return tuple(found.split(", ")) if found else ()


def _latest(lines: Sequence[Line]) -> tuple[dict[str, Line], tuple[Line, ...]]:
    """Return each member's last line, and the lines that were superseded."""
    of: dict[str, list[Line]] = {}
    for line in lines:
        of.setdefault(line.member, []).append(line)
    current: dict[str, Line] = {}
    superseded: list[Line] = []
    for member, each in of.items():
        *earlier, current[member] = _ordered(member, each)
        superseded += earlier
    return current, tuple(superseded)


def _ordered(member: str, lines: list[Line]) -> list[Line]:
    if len(lines) == 1:
        return lines
    times = [line.at for line in lines if line.at]
    if len(times) < len(lines) or len({time.tzinfo is None for time in times}) > 1 or len(set(times)) < len(times):
        rows = ", ".join(str(line.row) for line in lines if line.row)
        where = say(" (lines {rows})", rows=rows) if rows else ""
        raise DoubleVote(
            say(
                "{member} has {count} positions{where}, and their times do not say which is the last. "
                'Give each its own time in the column "at", or leave one line.',
                member=member,
                count=len(lines),
                where=where,
            )
        )
    return sorted(lines, key=lambda line: line.at or datetime.min)


def _not_before(time: datetime, limit: datetime) -> bool:
    if (time.tzinfo is None) != (limit.tzinfo is None):
        raise RulesError(
            say(
                "{time} and {limit} cannot be compared: one has no zone.",
                time=time.isoformat(),
                limit=limit.isoformat(),
            )
        )
    return time >= limit


def _questions(
    rule: Rule, codes: tuple[str, ...], known: set[str], subject: str, *, complete: bool, seats: int | None
) -> list[Question]:
    asked = []
    strangers = [code for code in codes if code not in known]
    if complete and strangers:
        asked.append(Question("unknown_members", {"codes": ", ".join(strangers), "rule": rule.id}))
    if not complete and seats is not None and len(strangers) + len(known) != seats:
        permanent = ", ".join(sorted(known - set(codes)))
        values = {"seats": str(seats), "lines": str(len(strangers) + len(known)), "without": permanent or "-"}
        asked.append(Question("seats", values))
    if rule.needs_subject and not subject:
        asked.append(Question("subject", {"rule": rule.id}))
    if subject and subject not in known | set(codes):
        asked.append(Question("unknown_members", {"codes": subject, "rule": rule.id}))
    return asked


def _require_weights(rule: Rule, members: Sequence[Member]) -> None:
    for measure in measures_of(rule):
        without = [member.code for member in members if measure not in member.weights]
        if without:
            raise RulesError(
                say(
                    "{id}: no {measure} known for {without} on this date.",
                    id=rule.id,
                    measure=measure,
                    without=", ".join(without),
                )
            )


def _remarks(rule: Rule, on: date, members: int, *, complete: bool) -> list[Remark]:
    remarks = []
    if not complete:
        remarks.append(Remark("roster_is_positions", {"members": str(members), "date": on.isoformat()}))
    if rule.roster.note:
        remarks.append(Remark("note", {"note": rule.roster.note}))
    if rule.standing != "stated":
        remarks.append(Remark("standing", {"standing": rule.standing, "source": rule.source}))
    return remarks


def tally(positions: Mapping[str, str]) -> dict[str, int]:
    """Return how many members are recorded with each position, in the order of ``model.POSITIONS``."""
    return dict(sorted(Counter(positions.values()).items()))
