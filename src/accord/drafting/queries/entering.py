"""A subject enters a text: the rows that its page is built from, read once, and the eyes with which it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accord.access import Role, Subject
from accord.drafting.models import Text, Version
from accord.drafting.pages import Asked
from accord.drafting.queries.building import Lens
from accord.drafting.queries.questions import Posed, declined, questions_of, waiting_for
from accord.drafting.queries.rows import current, text_row, version_of
from accord.engine import text as engine
from accord.members.queries import member_names

NAMED = (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT)
"""Who sees which delegation holds what; partners and the public see the wording alone."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the parts of the page are built from: rows read once, and the lens of the subject."""

    by: Subject
    text: Text
    version: Version
    asked: Asked
    lens: Lens
    roll: Mapping[str, bool]
    posed: Mapping[str, Posed]

    @property
    def body(self) -> engine.Text:
        """The text in this version."""
        return self.version.body

    @property
    def live(self) -> bool:
        """Whether this is the current version."""
        return self.version.number == self.text.number


def enter(by: Subject, text_id: str, asked: Asked) -> Room:
    """
    Return the text opened for this subject.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or it has no such version.
    """
    text = text_row(by, text_id)
    version = version_of(text, asked.version) if asked.version else current(text)
    if asked.view == "zero":
        version = version_of(text, 1)
    body = version.body
    roll = dict(text.roll.values_list("code", "present"))
    present = frozenset(code for code, here in roll.items() if here)
    posed = questions_of(by, text, body, present) if version.number == text.number else {}
    awaiting = awaited_in(by, text, body, posed) if version.number == text.number else frozenset()
    lens = replace(
        lens_of(by, text, body),
        awaiting=awaiting,
        closing=frozenset(posed),
        selected=asked.choice,
        view=asked.view,
    )
    return Room(by, text, version, asked, lens, roll, posed)


def awaited_in(by: Subject, text: Text, body: engine.Text, posed: Mapping[str, Posed]) -> frozenset[str]:
    """Return numbers of the choices that wait for this subject: of a compromise that it declined, only once asked."""
    waiting = frozenset(waiting_for(by, body, posed))
    return waiting - (declined(by, text, body) - posed.keys()) if waiting else waiting


def lens_of(by: Subject, text: Text, body: engine.Text) -> Lens:
    """Return the eyes of this subject, with nothing selected and nothing awaited."""
    names = member_names(text.organisation)
    me = by.delegation if by.role == Role.DELEGATE and by.delegation in body.delegations else ""
    return Lens(me=me, names=names, order=body.delegations, shows_holders=by.role in NAMED)
