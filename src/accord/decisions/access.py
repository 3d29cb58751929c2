"""Who puts a question to decision, who speaks for a member, who counts and who closes."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.decisions.models import Question, Way
from accord.members.models import Organisation


def may_put(by: Subject, organisation: Organisation) -> Decision:
    """The chair and the secretariat put questions to the council of their organisation."""
    if by.organisation_id != organisation.pk or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat puts a question to the council."))
    return Allow()


def may_record(by: Subject, question: Question, *, closed: bool) -> Decision:
    """The chair and the secretariat record what was said aloud, until the question is closed."""
    if not _of_the_house(by, question) or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("The chair or the secretariat records what was said."))
    if question.way in (Way.SECRET, Way.SILENCE):
        return Deny(_("Here nobody speaks for a member: it does so itself, in writing."))
    return _while_open(closed)


def may_speak(
    by: Subject, question: Question, members: frozenset[str], *, closed: bool, apart: Collection[str] = ()
) -> Decision:
    """A delegation speaks for its own member; what binds it needs the mandate to table."""
    if not _of_the_house(by, question) or by.role != Role.DELEGATE or by.delegation not in members:
        return Deny(_("A delegation speaks for its own member."))
    if question.way == Way.SECRET:
        return Deny(_("The ballot is secret: tellers enter the count."))
    if by.delegation in apart:
        return may_decide(by, apart)
    open_ = _while_open(closed)
    if isinstance(open_, Deny):
        return open_
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation does this."))


def may_object(
    by: Subject, question: Question, members: frozenset[str], *, closed: bool, apart: Collection[str] = ()
) -> Decision:
    """Any person of a delegation objects; an objection needs no mandate to table."""
    if not _of_the_house(by, question) or by.role != Role.DELEGATE or by.delegation not in members:
        return Deny(_("An objection is raised by a delegation."))
    if question.way not in (Way.SILENCE, Way.CONSENSUS):
        return Deny(_("A vote is taken here: a member is in favour, against, or abstains."))
    if by.delegation in apart:
        return may_decide(by, apart)
    return _while_open(closed)


def may_decide(by: Subject, apart: Collection[str]) -> Decision:
    """A delegation whose credentials the meeting needs and has not accepted sits and speaks, but does not decide."""
    if by.delegation not in apart:
        return Allow()
    return Deny(_("Your credentials are not accepted yet: your delegation sits and speaks, but does not decide."))


def may_count(by: Subject, question: Question, *, closed: bool) -> Decision:
    """Two tellers of the secretariat or the chair count a secret ballot."""
    if not _of_the_house(by, question) or by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return Deny(_("Tellers of the secretariat or the chair enter the count."))
    return _while_open(closed) if question.way == Way.SECRET else Deny(_("The ballot is not secret."))


def may_state(by: Subject, question: Question, members: frozenset[str]) -> Decision:
    """A delegation attaches statements to the record, before and after the closing."""
    if not _of_the_house(by, question) or by.role != Role.DELEGATE or by.delegation not in members:
        return Deny(_("A statement is attached by a delegation."))
    return Allow() if by.may_table else Deny(_("Your mandate is to draft. Somebody of your delegation does this."))


def may_close(by: Subject, question: Question, *, closed: bool) -> Decision:
    """The chair closes; a silence procedure whose time is over, the secretariat too: it finds, and decides nothing."""
    roles = (Role.CHAIR, Role.SECRETARIAT) if question.way == Way.SILENCE else (Role.CHAIR,)
    if not _of_the_house(by, question) or by.role not in roles:
        return Deny(_("The chair closes the question."))
    return _while_open(closed)


def may_keep_time(by: Subject, question: Question, *, closed: bool) -> Decision:
    """The chair extends a silence procedure or puts it again."""
    if not _of_the_house(by, question) or by.role != Role.CHAIR:
        return Deny(_("The chair extends a silence procedure or puts it again."))
    return _while_open(closed) if question.way == Way.SILENCE else Deny(_("This is no silence procedure."))


def may_make_up(by: Subject, question: Question, *, closed: bool) -> Decision:
    """The secretariat, in whose name the clock acts, makes up for time in which the service was away."""
    if not _of_the_house(by, question) or by.role != Role.SECRETARIAT:
        return Deny(_("The secretariat makes up for time in which the service was away."))
    return _while_open(closed) if question.way == Way.SILENCE else Deny(_("This is no silence procedure."))


def _of_the_house(by: Subject, question: Question) -> bool:
    return by.organisation_id == question.organisation_id


def _while_open(closed: bool) -> Decision:
    return Deny(_("The question is closed.")) if closed else Allow()
