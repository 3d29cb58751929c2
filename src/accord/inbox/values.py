"""What is entered of a report: frozen values that the actions take, from a form or a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.documents.values import DocumentEntry
from accord.documents.values import ReportEntry as DocumentReport
from accord.meetings.registration import EmptySeatEntry
from accord.members.values import PersonEntry, PostEntry
from accord.programme.values import PriorityEntry


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """
    A report that is stored.

    Attributes:
        text: its words as read. day: of publication, None where its words say it.
        language: tag. file_sha256: of the file from which the words were taken, "" for none.
        sample: its wording is made up for practice: no agency published it.
    """

    publisher: str
    title: str
    text: str
    url: str = ""
    day: date | None = None
    language: str = "en"
    file_sha256: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What was decided of something that does not fit.

    Attributes:
        decision: "kept" | "corrected" | "open". to: what it is corrected to. note: why.
    """

    decision: str
    to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """
    An item as it is entered, corrected by a person where it needs that.

    Attributes:
        entry: what is entered, without its basis: a Convocation, a PersonTaking, a DocumentTaking, a PartnerEntry, an
            ActivityEntry, an OperationEntry, an AreaEntry, a PriorityTaking, a PositionEntry; of a promise a
            MeasureEntry or a VoicedEntry; of a person who did not come a SeatTaking.
        standing: "stated" | "inference" | "unverified". why: for what is not stated.
    """

    entry: Any
    standing: str = "stated"
    why: str = ""


@dataclass(frozen=True, slots=True)
class PersonTaking:
    """
    A person of a report.

    Attributes:
        person: id of one who is in the register, "" for a new one. post: one more post, None for none.
        meeting: id of the meeting in which the person took part, "" for none.
    """

    entry: PersonEntry
    person: str = ""
    post: PostEntry | None = None
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class SeatTaking:
    """That the seat of a member was empty at a meeting (its id), as a report tells of a person who did not come."""

    meeting: str
    seat: EmptySeatEntry


@dataclass(frozen=True, slots=True)
class DocumentTaking:
    """
    A document of a report, and what was done with it.

    Attributes:
        document: id of one that is in the register, "" for a new one. told: what is reported of it.
    """

    entry: DocumentEntry
    told: DocumentReport
    document: str = ""


@dataclass(frozen=True, slots=True)
class PriorityTaking:
    """A priority, of the programme of the term that begins on a day; None for one of no programme."""

    entry: PriorityEntry
    term: date | None = None
