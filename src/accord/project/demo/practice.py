"""
The practice text of the demonstration, negotiated by the actions that people use.

All of it is a sample. Proposals differ in drafting only, each delegation present makes as many as the others, no state
is cast as the one that objects, and the delegation whose seat is empty does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from uuid import uuid4

from accord.access import Subject
from accord.drafting import actions as drafting
from accord.drafting.models import Text, Version
from accord.drafting.queries.rows import current, text_row
from accord.engine import text as engine
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.project.demo.people import People

TITLE = "Secure use of information technology (sample wording)"
ABSENT = ("ARM",)
PRESENT = ("BLR", "KAZ", "KGZ", "RUS", "TJK")
FORUM = "experts"


@dataclass(frozen=True, slots=True)
class Edit:
    """
    What one delegation proposes at a paragraph, named by its label in the zero draft.

    Attributes:
        kind: "edit" (``instead`` for these ``words``), "delete" the paragraph, "insert" one after it that says
            ``instead``, "bracket" these ``words`` without an alternative.
    """

    code: str
    label: str
    words: str = ""
    instead: str = ""
    stage: str = "tabled"
    kind: str = "edit"


INSERTED = "Agree to use the terms of this glossary when they inform one another;"
EDITS = (
    Edit("RUS", "PP1", "Recognising", "Considering"),
    Edit("KGZ", "PP1", "trade, education and medicine", "education, medicine and trade"),
    Edit("BLR", "PP2", "does not stop at", "ignores"),
    Edit("TJK", "PP2", "does not stop at", "knows no"),
    Edit("RUS", "PP3", "every member state", "each member state"),
    Edit("BLR", "PP3", "every member state", "each member state"),
    Edit("KGZ", "PP3", " own networks", " networks"),
    Edit("KAZ", "PP3", "its law", "its own law"),
    Edit("TJK", "PP5", kind="delete"),
    Edit("BLR", "OP1", "continuously", "at all hours"),
    Edit("KAZ", "OP1", "continuously", "round the clock"),
    Edit("KGZ", "OP1", "continuously", "day and night"),
    Edit("RUS", "OP2", "one another", "each other"),
    Edit("KAZ", "OP2", "and in good time", kind="bracket"),
    Edit("RUS", "OP3", "methods for the training of", "ways to train"),
    Edit("TJK", "OP3", "methods for the training of", "methods for training"),
    Edit("BLR", "OP5", "examine", "check"),
    Edit("KAZ", "OP5", "once a year", "every year"),
    Edit("TJK", "OP5", "once a year", "every year"),
    Edit("KGZ", "OP7", instead=INSERTED, kind="insert"),
)
"""Tabled before the first revision, in the order of the text, so that its choices are numbered as one reads them."""

WITHHELD = (
    Edit("KGZ", "OP8", "in two years", "in two years’ time", stage="private"),
    Edit("TJK", "OP8", "Decide", "Resolve", stage="chair"),
)
"""Not tabled: one for the own delegation alone, one with the chair."""

REMARK = "The list of meetings will give the month."
RESERVED = "pending instructions"
COMPROMISE = "at any time"

AGREED = {"PP4": ("ARM", "BLR", "KGZ"), "OP4": ("ARM", "KAZ"), "OP6": ("ARM", "RUS", "TJK")}
"""Paragraphs agreed ad referendum, and whose confirmation is awaited: an absent delegation's each time."""


def document() -> str:
    """Return the zero draft: a heading, PP1 to PP5 and OP1 to OP8."""
    return _words("practice-text.txt")


def negotiate(
    meeting: Meeting,
    people: People,
    *,
    begun: Callable[[Room], None] | None = None,
    tabled: Callable[[Room], None] | None = None,
) -> Text:
    """
    Begin the practice text before this meeting and bring it to the state in which the demonstration opens.

    Args:
        begun: is called when the zero draft stands; ``tabled`` when the proposals do, before the first revision.
    """
    text = drafting.start_text(
        by=people.secretariat,
        title=TITLE,
        document=document(),
        sample=True,
        meeting=meeting.pk,
        absent=ABSENT,
        key=uuid4(),
    )
    room = Room(text, people)
    if begun:
        begun(room)
    for edit in EDITS:
        room.propose(edit)
    if tabled:
        tabled(room)
    drafting.issue_revision(text.pk, by=people.secretariat, label="Rev.1", key=uuid4())
    for who in (people.chair, *(people.delegate(code) for code in PRESENT)):
        drafting.look(text.pk, by=who)
    _go_on(room)
    return text_row(people.chair, text.pk)


def table_note(meeting: Meeting, people: People) -> None:
    """Table a sample note in the narrow sitting; it exists for those admitted to it."""
    title = "Sample note for the narrow sitting"
    wording = _words("practice-note.txt")
    meetings.table_note(meeting.pk, "narrow", title=title, wording=wording, sample=True, by=people.chair, key=uuid4())


class Room:
    """A text and the people who work on it; paragraphs are named by their labels in the zero draft."""

    def __init__(self, text: Text, people: People) -> None:
        self.text, self.people = text, people
        body = self.now.body
        self.blocks = {label: block.id for label, block in zip(engine.labels(body), body.blocks, strict=True)}

    @property
    def now(self) -> Version:
        """The current version."""
        return current(text_row(self.people.secretariat, self.text.pk))

    def act(self, action: Callable[..., object], by: Subject, **values: object) -> None:
        """Do an action on the version that is current, as somebody does who has just loaded the page."""
        action(self.text.pk, by=by, seen=self.now.fingerprint, key=uuid4(), **values)

    def propose(self, edit: Edit) -> None:
        """Let a delegation propose what it wants at a paragraph."""
        by, block = self.people.delegate(edit.code), self.blocks[edit.label]
        if edit.kind == "delete":
            self.act(drafting.delete, by, block=block, stage=edit.stage)
        elif edit.kind == "insert":
            self.act(drafting.insert, by, after=block, wording=edit.instead, stage=edit.stage)
        elif edit.kind == "bracket":
            self.act(drafting.bracket, by, block=block, words=edit.words, stage=edit.stage)
        else:
            self.act(drafting.propose, by, block=block, wording=self.edited(edit), stage=edit.stage)

    def edited(self, edit: Edit) -> str:
        """Return the whole paragraph as the delegation would have it."""
        if self.base(edit.label).count(edit.words) != 1:
            raise ValueError(f"{edit.label} does not hold “{edit.words}” once")
        return self.wording(edit.label, edit.code).replace(edit.words, edit.instead)

    def base(self, label: str) -> str:
        """Return what the base says in this paragraph."""
        return engine.project_block(self._block(label), None)

    def wording(self, label: str, code: str) -> str:
        """Return what a delegation has in this paragraph."""
        return engine.project_block(self._block(label), code)

    def find(self, label: str, wording: str) -> tuple[str, int]:
        """Return the choice of this paragraph that has an alternative of this wording, and which one it is."""
        for standing in engine.choices(self.now.body):
            known = [engine.render_alternative(each).strip() for each in standing.choice.alternatives]
            if standing.block.id == self.blocks[label] and wording in known:
                return standing.choice.id, known.index(wording)
        raise ValueError(f"{label} has no alternative “{wording}”")

    def _block(self, label: str) -> engine.Block:
        return next(block for block in self.now.body.blocks if block.id == self.blocks[label])


def _go_on(room: Room) -> None:
    """Do what happens after the first revision."""
    delegate, chair = room.people.delegate, room.people.chair
    choice, alternative = room.find("PP1", "education, medicine and trade")
    room.act(drafting.support, delegate("KAZ"), choice=choice, alternative=alternative)
    room.act(drafting.reserve, delegate("RUS"), block=room.blocks["OP7"], wording=RESERVED)
    room.act(drafting.note, delegate("BLR"), block=room.blocks["OP8"], wording=REMARK)
    choice, _alternative = room.find("OP1", "continuously")
    room.act(drafting.write_compromise, chair, choice=choice, wording=COMPROMISE)
    for label, pending in AGREED.items():
        room.act(drafting.agree, chair, block=room.blocks[label], forum=FORUM, pending=pending)
    for edit in WITHHELD:
        room.propose(edit)


def _words(name: str) -> str:
    return files("accord").joinpath(f"data/demo/{name}").read_text(encoding="utf-8")
