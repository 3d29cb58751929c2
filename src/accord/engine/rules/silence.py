"""
The silence procedure: a text is deemed agreed at the end of a period, unless one of those who were asked objects.

A procedure is a value; each act returns the next one. What counts is when an act **arrived** (its stamp, taken when the
last byte of the request was read), never when it was worked on. Nothing is closed before the deadline and a drain, so
that every objection that arrived in time has been read by then. Silence binds to the hashes of the text and its
annexes: another text is another period.

Source: docs/reference/silence.md; OSCE Rules of Procedure (2006), Annex 1 (A); rules of the EU Council, article 12 (2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from accord.engine import said as sentences
from accord.engine.rules.gathering import Line, RulesError

State = Literal["announced", "running", "extended", "restarted", "broken", "expired", "closed"]
STATES: Mapping[str, str] = {
    "broken": sentences.say("broken"),
    "expired": sentences.say("expired"),
    "closed": sentences.say("closed"),
    "adopted": sentences.say("adopted"),
    "not_adopted": sentences.say("not adopted"),
}
Kind = Literal["objection", "amendment", "consent"]

MOST_DRIFT = timedelta(seconds=2)
"""By how much the wall clock and the monotonic clock may disagree over a period; beyond it the chair decides."""


class SilenceError(RulesError):
    """The procedure does not admit this act now; the message says why and what can be done."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a member sent in.

    Attributes:
        kind: "objection", "amendment" (breaks as an objection does) or "consent" (said aloud; silence needs none).
        at: when it arrived, UTC.
        withdrawn: whether the member took its objection back. The silence stays broken; the same text may be put again.
    """

    member: str
    kind: Kind
    at: datetime
    words: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of the procedure: ``what`` is "extended" or "restarted"; ``deadline`` is the one that held before."""

    what: Literal["extended", "restarted"]
    at: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """The one closing of a procedure: its outcome, when, whether time or the chair closed it, and why."""

    outcome: Literal["adopted", "not_adopted"]
    at: datetime
    by: Literal["time", "chair"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """
    What is known of the clock and the service over the period.

    Attributes:
        drift: by how much wall clock and monotonic clock disagree, either way.
        away: spans in which the service did not answer, as pairs of instants.
    """

    drift: timedelta = timedelta(0)
    away: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """
    A silence procedure.

    Attributes:
        text, annexes: hashes of what silence binds to.
        asked: codes of those whose objection breaks it.
        announced, opens, deadline: instants, UTC; the period is half-open, ``[opens, deadline)``.
        drain: time after the deadline in which requests that arrived before it may still be worked on.
        last_part: length of the end of the period in which the service must have answered.
        said: what counted or was late, in order of arrival. past: what was said on earlier texts or periods.
    """

    text: str
    annexes: tuple[str, ...]
    asked: tuple[str, ...]
    announced: datetime
    opens: datetime
    deadline: datetime
    drain: timedelta
    last_part: timedelta = timedelta(hours=1)
    said: tuple[Said, ...] = ()
    past: tuple[Said, ...] = ()
    turns: tuple[Turn, ...] = ()
    closing: Closing | None = None

    @property
    def breaking(self) -> tuple[Said, ...]:
        """Objections and amendments that arrived in time, in order of arrival."""
        return tuple(each for each in self.said if each.kind != "consent" and self.in_time(each.at))

    @property
    def late(self) -> tuple[Said, ...]:
        """What arrived at or after the deadline; it does not count."""
        return tuple(each for each in self.said if not self.in_time(each.at))

    def in_time(self, stamp: datetime) -> bool:
        """Whether what arrived at this instant counts: before the deadline, to the instant."""
        return stamp < self.deadline

    def lines(self) -> tuple[Line, ...]:
        """Return the last word of each member that counts, as lines for ``gather``."""
        last = {each.member: each for each in self.said if each.kind == "consent" and self.in_time(each.at)}
        last |= {each.member: each for each in self.breaking}
        word = {"consent": "no_objection"}
        return tuple(Line(each.member, word.get(each.kind, "objection"), each.at) for each in last.values())


def announce(
    text: str, annexes: tuple[str, ...], asked: tuple[str, ...], *,
    at: datetime, opens: datetime, deadline: datetime, drain: timedelta,
) -> Procedure:  # fmt: skip
    """
    Return a procedure that was announced at ``at``.

    Raises:
        SilenceError: nobody is asked, a time has no zone, or the period is empty or begins before it is announced.
    """
    if not asked:
        raise SilenceError(sentences.say("nobody is asked: name the members whose objection breaks the silence."))
    _require_period(at, opens, deadline)
    if drain <= timedelta(0):
        raise SilenceError(
            sentences.say("the drain is longer than the longest request may take, so it is more than nothing.")
        )
    announced, opens, deadline = (each.astimezone(UTC) for each in (at, opens, deadline))
    return Procedure(text, annexes, tuple(dict.fromkeys(asked)), announced, opens, deadline, drain)


def state(procedure: Procedure, at: datetime) -> State:
    """Return where the procedure stands at an instant. An objection in time breaks it at once and for good."""
    if procedure.closing:
        return "closed"
    if procedure.breaking:
        return "broken"
    if at >= procedure.deadline:
        return "expired"
    if at < procedure.opens:
        return "announced"
    return procedure.turns[-1].what if procedure.turns else "running"


def say(procedure: Procedure, member: str, kind: Kind, at: datetime, words: str = "") -> tuple[Procedure, bool]:
    """
    Return the procedure with what a member sent in, and whether it arrived in time.

    What is late is kept and its sender told so; it changes nothing.

    Raises:
        SilenceError: the procedure is closed, or the member is not among those who were asked.
    """
    _require_open(procedure)
    if member not in procedure.asked:
        raise SilenceError(
            sentences.say("{member} was not asked; its word goes to the chair, not into the procedure.", member=member)
        )
    said = sorted((*procedure.said, Said(member, kind, at.astimezone(UTC), words)), key=lambda each: each.at)
    return replace(procedure, said=tuple(said)), procedure.in_time(at)


def take_back(procedure: Procedure, member: str) -> Procedure:
    """
    Return the procedure with a member's objections marked as withdrawn; the silence stays broken.

    Raises:
        SilenceError: it is closed, or the member has no objection in it.
    """
    _require_open(procedure)
    if not any(each.member == member and each.kind != "consent" and not each.withdrawn for each in procedure.said):
        raise SilenceError(sentences.say("{member} has no objection here that it could take back.", member=member))
    said = (
        replace(each, withdrawn=True) if each.member == member and each.kind != "consent" else each
        for each in procedure.said
    )
    return replace(procedure, said=tuple(said))


def extend(procedure: Procedure, deadline: datetime, at: datetime) -> Procedure:
    """
    Return the procedure with a later deadline.

    Raises:
        SilenceError: it is broken, expired or closed (then it can only be put again), or the deadline is not later.
    """
    now = state(procedure, at)
    if now in {"broken", "expired", "closed"}:
        raise SilenceError(
            sentences.say(
                "the procedure is {now} and cannot be extended; put the text under silence again.", now=STATES[now]
            )
        )
    _require_period(at, procedure.opens, deadline, begun=True)
    if deadline <= procedure.deadline:
        raise SilenceError(sentences.say("a deadline is only ever extended: those who were told it rely on it."))
    turn = Turn("extended", at.astimezone(UTC), procedure.deadline)
    return replace(procedure, deadline=deadline.astimezone(UTC), turns=(*procedure.turns, turn))


def restart(
    procedure: Procedure, text: str, annexes: tuple[str, ...], *,
    at: datetime, opens: datetime, deadline: datetime, watch: Watch = Watch(),
) -> Procedure:  # fmt: skip
    """
    Return the procedure begun anew, on the text as it stands now; what was said on the earlier one is kept apart.

    Raises:
        SilenceError: it is closed; or the text is the same, and an objection to it was not taken back, or its period
            is over without one and without doubt (then it is agreed, and only closes).
    """
    _require_open(procedure)
    if (text, annexes) == (procedure.text, procedure.annexes):
        _require_reason(procedure, at, watch)
    _require_period(at, opens, deadline)
    turn = Turn("restarted", at.astimezone(UTC), procedure.deadline)
    return replace(
        procedure, text=text, annexes=annexes, opens=opens.astimezone(UTC), deadline=deadline.astimezone(UTC),
        said=(), past=(*procedure.past, *procedure.said), turns=(*procedure.turns, turn),
    )  # fmt: skip


def doubts(procedure: Procedure, watch: Watch) -> tuple[str, ...]:
    """Return why an objection may not have reached the service; while there is a reason, time closes nothing."""
    begins = procedure.deadline - procedure.last_part
    away = [span for span in watch.away if span[1] > begins and span[0] < procedure.deadline]
    found = [
        sentences.say("the service did not answer from {start:%H:%M:%S} to {end:%H:%M:%S} UTC", start=start, end=end)
        for start, end in away
    ]
    if abs(watch.drift) > MOST_DRIFT:
        found.append(
            sentences.say(
                "the clocks of the service disagree by {drift:.0f} seconds", drift=abs(watch.drift).total_seconds()
            )
        )
    return tuple(found)


def close(
    procedure: Procedure, text: str, annexes: tuple[str, ...], at: datetime, watch: Watch, *, confirmed: str = ""
) -> Procedure:
    """
    Return the procedure closed: adopted where nobody broke the silence, else not adopted.

    Args:
        text, annexes: hashes as they are now.
        at: now; not before the deadline and the drain, unless the silence is broken.
        confirmed: where there is doubt, the chair's word on how those who were asked were reached besides.

    Raises:
        SilenceError: it is closed already, too early, the text has changed (it starts again), or there is doubt.
    """
    _require_open(procedure)
    if procedure.breaking:
        named = ", ".join(dict.fromkeys(each.member for each in procedure.breaking))
        return replace(
            procedure,
            closing=Closing("not_adopted", at, "time", sentences.say("silence was broken by {named}", named=named)),
        )
    if at < procedure.deadline + procedure.drain:
        raise SilenceError(
            sentences.say("what arrived before the deadline may still be on its way; it closes after the drain.")
        )
    if (text, annexes) != (procedure.text, procedure.annexes):
        raise SilenceError(
            sentences.say("the text is not the one that was put under silence. Put it under silence again.")
        )
    doubt = doubts(procedure, watch)
    if doubt and not confirmed:
        raise SilenceError(
            sentences.say(
                "{doubt}. The chair puts it again, or says how the members were reached.",
                doubt=sentences.joined("; ", doubt),
            )
        )
    reason = sentences.joined("; ", [*doubt, confirmed]) if doubt else ""
    return replace(procedure, closing=Closing("adopted", at, "chair" if doubt else "time", reason))


def _require_open(procedure: Procedure) -> None:
    if procedure.closing:
        outcome = STATES[procedure.closing.outcome]
        raise SilenceError(
            sentences.say(
                "the procedure was closed at {at:%Y-%m-%d %H:%M:%S} UTC: {outcome}.",
                at=procedure.closing.at,
                outcome=outcome,
            )
        )


def _require_reason(procedure: Procedure, at: datetime, watch: Watch) -> None:
    """Refuse to put the same text again where that would undo an objection, or an agreement."""
    held = [each.member for each in procedure.breaking if not each.withdrawn]
    if held:
        named = ", ".join(dict.fromkeys(held))
        raise SilenceError(
            sentences.say(
                "{named} objected to this very text. Change the text, or ask for the objection back first.", named=named
            )
        )
    if state(procedure, at) == "expired" and not doubts(procedure, watch):
        raise SilenceError(
            sentences.say("the period is over and nobody objected: the text is agreed, and closes as that.")
        )


def _require_period(at: datetime, opens: datetime, deadline: datetime, *, begun: bool = False) -> None:
    if any(each.tzinfo is None for each in (at, opens, deadline)):
        raise SilenceError(sentences.say("a time without its zone is not one instant; give the zone."))
    if not begun and opens < at:
        raise SilenceError(sentences.say("a period cannot begin before it is announced."))
    if deadline <= max(opens, at):
        raise SilenceError(sentences.say("the deadline is not after the beginning of the period."))
