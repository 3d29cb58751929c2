"""What the pages of who takes part show: frozen values for one subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class Said:
    """What a member says to an invitation. ``reason`` is "" where it gave none."""

    code: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """
    What a guest will see, and what it will not: shown before anybody consents.

    Attributes:
        sees, sees_not: sentences without a full stop. titles: of the papers and texts that are there now.
    """

    sees: tuple[str, ...]
    sees_not: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """
    An invitation in a list.

    Attributes:
        called: who is invited, in the reader's language where that name is known.
        part: in words, "the extended sitting". state: "proposed" | "agreed" | …, ``stands`` in words.
        awaiting: codes of members that have not spoken, while an answer counts.
    """

    id: str
    meeting_id: str
    meeting: str
    whom: str
    body: str
    part: str
    state: str
    stands: str
    sentence: str
    sample: bool
    awaiting: tuple[str, ...]
    deadline: datetime | None
    basis: Basis
    called: Called


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """
    An invitation as one subject sees it. For the guest itself nothing in it tells who proposed or said what.

    Attributes:
        guest: the reader is the one that is invited.
        silent: codes that said nothing; under silence that hinders nothing, and is no consent.
        offers: what the reader may do: "consent", "objection", "send", "answer", "withdraw".
        ended: why it was declined or withdrawn, or "".
        day: as of which it is shown. shows_now: it is shown as it stands, and not as on a day that is over.
    """

    line: InvitationLine
    guest: bool
    sight: Sight
    way: str
    purpose: str
    proposed_by: str
    consents: tuple[Said, ...]
    objections: tuple[Said, ...]
    silent: tuple[str, ...]
    ended: str
    offers: frozenset[str]
    zone: str
    day: date
    shows_now: bool


@dataclass(frozen=True, slots=True)
class InvitationsPage:
    """
    The invitations to one meeting.

    Attributes:
        parts, partners: what can be chosen, as (key, words). refused: why the reader may propose none, or "".
        sights: what a guest of each part will see, by the key of the part. day: as on which day they stand.
    """

    meeting_id: str
    meeting: str
    sentence: str
    lines: tuple[InvitationLine, ...]
    parts: tuple[tuple[str, str], ...]
    partners: tuple[tuple[str, str], ...]
    sights: Mapping[str, Sight]
    refused: str
    zone: str
    day: date


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """
    Somebody who takes part.

    Attributes:
        name, post: as registered; called, title: in the reader's language where that is known.
        person: id in the register, or "".
    """

    id: str
    name: str
    post: str
    rank: str
    head: bool
    person: str
    basis: Basis
    called: Called
    title: Called


@dataclass(frozen=True, slots=True)
class Delegation:
    """
    The people of one delegation, partner, guest or of the secretariat, by rank.

    Attributes:
        side: as a registration names it: "member-<code>" | "partner-<code>" | "guest-<id>" | "secretariat".
    """

    side: str
    code: str
    name: str
    people: tuple[ParticipantLine, ...]


@dataclass(frozen=True, slots=True)
class AttendingLine:
    """How a member sat: "present" | "represented" (``by``: which member) | "empty"."""

    code: str
    member: str
    presence: str
    by: str
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class SittingAttendance:
    """Who sat in one sitting; ``quorum`` is a sentence, "" while nothing is entered."""

    code: str
    name: str
    lines: tuple[AttendingLine, ...]
    quorum: str


@dataclass(frozen=True, slots=True)
class StaffLine:
    """An interpreter, note-taker or technician who is admitted to a sitting."""

    sign_in: str
    service: str
    does: str


@dataclass(frozen=True, slots=True)
class ParticipantsPage:
    """
    Who takes part in a meeting, as one subject sees it.

    Attributes:
        delegations: in the order of precedence; those of members stand there with nobody registered too.
        precedence: "council" | "chair" | "host". orders: the reader may change it.
        sides: for whom the reader may register somebody, as (key, name). refused: why it registers nobody, or "".
        sittings: who sat in each; keeps: the reader enters it. staff: by the code of the sitting; admits: the reader
            admits it.
        number, pages: which page of how many; the sentence counts all.
        day: as on which day they stand. shows_now: that day is not over. struck_since: somebody was taken off after it.
    """

    meeting_id: str
    meeting: str
    sentence: str
    delegations: tuple[Delegation, ...]
    precedence: str
    orders: bool
    sides: tuple[tuple[str, str], ...]
    refused: str
    sittings: tuple[SittingAttendance, ...]
    keeps: bool
    admits: bool
    staff: Mapping[str, tuple[StaffLine, ...]]
    number: int
    pages: int
    cancelled: bool
    day: date
    shows_now: bool
    struck_since: bool


@dataclass(frozen=True, slots=True)
class AttendingPage:
    """How each member sits in one sitting, to be entered. ``members``: of that day, as (code, name)."""

    meeting_id: str
    meeting: str
    sitting: SittingAttendance
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StaffPage:
    """Which staff is admitted to one sitting. ``sign_ins``: of all staff of the organisation."""

    meeting_id: str
    meeting: str
    code: str
    sitting: str
    sign_ins: tuple[str, ...]
    admitted: tuple[StaffLine, ...]


@dataclass(frozen=True, slots=True)
class TakingPart:
    """
    What the page of a meeting tells of who takes part.

    Attributes:
        sittings: those of which it is entered who sat. takes_part: the reader sees the list of participants.
        people, invited: sentences; "" where the reader sees no list, or no invitation.
    """

    sittings: tuple[SittingAttendance, ...]
    takes_part: bool
    people: str
    invited: str
