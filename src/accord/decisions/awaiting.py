"""Questions that await somebody: a word of its member, an end of silence, a count, a closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Role, Subject
from accord.decisions.models import Question, Silence, Way
from accord.decisions.queries import Gathered, open_questions_of
from accord.decisions.reading import procedure_of
from accord.decisions.telling import way_label
from accord.drafting.pages.awaiting import Item
from accord.engine.rules import silence as engine
from accord.members.queries import members_of, organisation_of
from accord.record import clock

TELLERS = 2
"""Who have to count a secret ballot."""


@dataclass(frozen=True, slots=True)
class _Open:
    """
    An open question with what was said in it.

    Attributes:
        procedure: the silence procedure, None where it is none. said: codes of the members whose word is known.
    """

    row: Question
    terms: Sequence[Silence]
    procedure: engine.Procedure | None
    said: frozenset[str]
    tellers: frozenset[int]
    codes: frozenset[str]
    now: datetime

    @property
    def state(self) -> str:
        """Where the silence procedure stands; "" where it is none."""
        return engine.state(self.procedure, self.now) if self.procedure else ""

    @property
    def runs(self) -> bool:
        """Whether it is a silence procedure in which an objection counts now."""
        return bool(self.state) and self.state not in ("announced", "broken", "expired", "closed")


def questions_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the open questions of the subject's organisation that await it, the one that ends first first."""
    if by.role not in (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT):
        return ()
    found = [item for one in _open(by) for item in _of(one, by)]
    return tuple(sorted(found, key=lambda item: (item.until is None, item.until, item.since)))


def _open(by: Subject) -> list[_Open]:
    organisation, now = organisation_of(by), clock.now()
    found = open_questions_of(by, organisation)
    codes = frozenset(member.code for member in members_of(organisation)) if found else frozenset()
    return [_read(each, codes, now) for each in found]


def _read(each: Gathered, codes: frozenset[str], now: datetime) -> _Open:
    row, tellers = each.question, frozenset(count.person for count in each.counts)
    procedure = procedure_of(row, each.terms, each.words) if each.terms else None
    said = frozenset(word.member for word in each.words if word.current and word.round == row.round)
    return _Open(row, each.terms, procedure, said, tellers, codes - {row.subject}, now)


def _of(one: _Open, by: Subject) -> Iterator[Item]:
    if by.role == Role.DELEGATE:
        yield from _of_delegation(one, by)
    elif one.row.way == Way.SECRET:
        yield from _to_count(one, by)
    elif one.row.way == Way.SILENCE:
        yield from _at_the_end(one, by)
    elif by.role == Role.CHAIR and one.codes <= one.said:
        why = _("The position of every member is known.")
        yield _item(one, _("Close “%s”") % one.row.title, why, _("the question stays open."), _("Open the question"))


def _of_delegation(one: _Open, by: Subject) -> Iterator[Item]:
    if by.delegation not in one.codes or by.delegation in one.said or one.row.way == Way.SECRET:
        return
    title = one.row.title
    if one.procedure is None:
        why = _("Asked by: %s. No position of your member is recorded.") % way_label(one.row.way)
        nothing = _("your member is recorded with no position: neither consent nor objection.")
        yield _item(one, _("Answer “%s”") % title, why, nothing, _("Read and answer"))
    elif one.runs and by.delegation in one.procedure.asked:
        what = _("Any objection under silence to “%s”?") % title
        nothing = _("silence counts as no objection when the period ends.")
        yield _item(one, what, _("One objection in time breaks it."), nothing, _("Read and answer"))


def _at_the_end(one: _Open, by: Subject) -> Iterator[Item]:
    if one.procedure is None:
        return
    title, act = one.row.title, _("Open the question")
    if one.state == "broken" and by.role == Role.CHAIR:
        why = ngettext("%s objects.", "%s object.", len(one.procedure.breaking)) % _objecting(one.procedure)
        nothing = _("it is not adopted, and the question stays open.")
        yield _item(one, _("Take up the objection to “%s”") % title, why, nothing, act)
    elif one.state == "expired" and one.now >= one.procedure.deadline + one.procedure.drain:
        why = _("Nobody objected in time.")
        yield _item(one, _("Close the silence on “%s”") % title, why, _("the question stays open."), act)


def _objecting(procedure: engine.Procedure) -> str:
    return ", ".join(sorted({each.member for each in procedure.breaking}))


def _to_count(one: _Open, by: Subject) -> Iterator[Item]:
    if len(one.tellers) < TELLERS and by.person_id not in one.tellers:
        why = _("Two tellers count a secret ballot; it decides when both counted the same.")
        what = _("Count the ballots of “%s”") % one.row.title
        yield _item(one, what, why, _("it stays undecided."), _("Enter the count"))


def _item(one: _Open, what: str, why: str, if_nothing: str, act: str) -> Item:
    return Item(
        text=one.row.pk,
        symbol=_("decision"),
        sample=one.row.sample,
        since=one.row.at,
        what=what,
        why=why,
        if_nothing=if_nothing,
        place="question",
        act=act,
        pressing=True,
        until=one.procedure.deadline if one.procedure and one.runs else None,
        zone=one.terms[-1].zone if one.terms else "UTC",
    )
