"""What a delegation says to wording that is on the table: support, cannot accept, withdraw, retain, reserve, note."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting.access import may_table
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.closing import plain
from accord.drafting.models import Version
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.record import acts as record


@record.action(answers=version_by_id)
def support(text_id: str, *, by: Subject, choice: str, alternative: int, seen: str, key: UUID) -> Version:
    """
    Hold this alternative (index as in the version ``seen``; 0 = the base's wording, then retained).

    Raises:
        Stale: its wording is no longer among the alternatives, or the own delegation has moved here meanwhile.
    """
    with step("supported", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        return _hold(at, choice, at.alternative(choice, alternative))


@record.action(answers=version_by_id)
def retain(text_id: str, *, by: Subject, choice: str, seen: str, key: UUID) -> Version:
    """Hold the base's wording by an explicit act."""
    with step("retained", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        return _hold(at, choice, at.alternative(choice, 0))


@record.action(answers=version_by_id)
def reject(text_id: str, *, by: Subject, choice: str, alternative: int, seen: str, key: UUID) -> Version:
    """
    Say that the delegation cannot accept this alternative, without offering another.

    A delegation that holds other wording keeps it: the record alone says that it cannot accept this one.
    """
    with step("cannot accept", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        index = at.alternative(choice, alternative)
        at.require_own(choice, by.delegation)
        held = engine.held(engine.find(at.body, choice).choice, by.delegation)
        body = engine.reject(at.body, choice, index, by.delegation) if held in (None, index) else at.body
        return at.save(body, **_about(at, choice, index))


@record.action(answers=version_by_id)
def withdraw(text_id: str, *, by: Subject, choice: str, seen: str, key: UUID) -> Version:
    """Withdraw the delegation's position on this choice."""
    with step("withdrew", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        held = engine.held(engine.find(at.body, choice).choice, by.delegation)
        at.require_own(choice, by.delegation)
        return at.save(engine.withdraw(at.body, choice, by.delegation), **_about(at, choice, held or 0))


@record.action(answers=version_by_id)
def reserve(text_id: str, *, by: Subject, block: str, wording: str, seen: str, key: UUID) -> Version:
    """Reserve the delegation's position on this paragraph; a note, never a bracket."""
    return _annotate("reserved", text_id, "reserve", by=by, block=block, wording=wording, seen=seen, key=key)


@record.action(answers=version_by_id)
def note(text_id: str, *, by: Subject, block: str, wording: str, seen: str, key: UUID) -> Version:
    """Put a remark of the delegation under this paragraph."""
    return _annotate("noted", text_id, "note", by=by, block=block, wording=wording, seen=seen, key=key)


@record.action(answers=version_by_id)
def lift(text_id: str, *, by: Subject, block: str, seen: str, key: UUID) -> Version:
    """Lift the delegation's reservation on this paragraph."""
    with step("lifted", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        return at.save(engine.lift(at.body, block, by.delegation), block=block, code=by.delegation)


def _hold(at: Step, choice: str, index: int) -> Version:
    code = at.act.by.delegation
    at.require_own(choice, code)
    return at.save(engine.support(at.body, choice, index, code), **_about(at, choice, index))


def _annotate(
    verb: str, text_id: str, kind: str, *, by: Subject, block: str, wording: str, seen: str, key: UUID
) -> Version:
    words = " ".join(negotiated(wording).split())
    with step(verb, text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        if not words:
            raise engine.NothingToDo(_("Say in a few words what is reserved or noted."))
        body = engine.annotate(at.body, block, kind, by.delegation, words)
        return at.save(body, block=block, code=by.delegation, wording=words)


def _about(at: Step, choice: str, index: int) -> dict[str, object]:
    standing = engine.find(at.body, choice)
    wording = plain(standing.choice.alternatives[index])
    return {"choice": choice, "block": standing.block.id, "wording": wording, "code": at.act.by.delegation}
