"""
What the chair does: proposes to close, asks, closes; writes a compromise; marks agreed ad referendum; reopens.

Nobody removes another's bracket: a choice closes when every holder of other wording has joined or withdrawn, or when
every holder is shown as in the room, the chair has asked "any objection?", and none of those in the room raised one.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.drafting.access import may_close, may_object, may_preside
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.closing import Question, question_of
from accord.drafting.models import Closing, Objection, Version
from accord.drafting.queries.rows import visible_closings
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.record import acts as record


def _closing_by_id(pk: str) -> Closing:
    return Closing.objects.get(pk=pk)


@record.action(answers=_closing_by_id)
def propose_closing(text_id: str, *, by: Subject, choice: str, alternative: int, seen: str, key: UUID) -> Closing:
    """Propose to close this choice on one of its alternatives; an open proposal on the same choice gives way."""
    with step("proposed to close", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        index = at.alternative(choice, alternative)
        standing = engine.find(at.body, choice)
        wording = engine.render_alternative(standing.choice.alternatives[index])
        visible_closings(by).filter(text=at.text, choice=choice, state__in=_OPEN).update(state=Closing.State.DROPPED)
        closing = Closing.objects.create(text=at.text, choice=choice, wording=wording, at=at.act.at)
        at.save(at.body, choice=choice, block=standing.block.id, wording=wording, answer=closing.pk)
        return closing


@record.action(answers=_closing_by_id)
def ask(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Ask "any objection?" to closing, of all who are shown as in the room."""
    return _turn("asked", text_id, closing, Closing.State.ASKED, by=by, key=key)


@record.action(answers=_closing_by_id)
def drop_closing(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Take a proposal to close back."""
    return _turn("took back the closing", text_id, closing, Closing.State.DROPPED, by=by, key=key)


@record.action(answers=_closing_by_id)
def object_to(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Object to closing; nothing closes over it."""
    with step("objected", text_id, by=by, seen="", key=key) as at:
        require(may_object(by, at.text, at.body))
        row = _open_closing(at, by, closing)
        Objection.objects.get_or_create(text=at.text, closing=row, code=by.delegation, defaults={"at": at.act.at})
        at.save(at.body, choice=row.choice, block=_block(at, row), wording=row.wording, answer=row.pk, code=by.delegation)
        return row


@record.action(answers=version_by_id)
def close(text_id: str, *, by: Subject, closing: str, key: UUID) -> Version:
    """
    Close the choice as proposed.

    Raises:
        Refused: an objection stands, or a holder of other wording neither joined nor was asked in the room.
    """
    with step("closed", text_id, by=by, seen="", key=key) as at:
        row = _open_closing(at, by, closing)
        question = _question(at, row)
        require(may_close(by, at.text, row, question.hindrance))
        consenting = question.present if question.asked else ()
        body = engine.close_choice(at.body, row.choice, question.index, consenting)
        row.state = Closing.State.CLOSED
        row.save(update_fields=["state"])
        return at.save(
            body,
            choice=row.choice,
            block=_block(at, row),
            wording=row.wording,
            holders=list(question.supporting),
            joined=list(question.joined),
            not_objecting=[code for code in question.awaited if code in consenting],
        )


@record.action(answers=version_by_id)
def write_compromise(text_id: str, *, by: Subject, choice: str, wording: str, seen: str, key: UUID) -> Version:
    """Put the chair's compromise on this choice; "" is no text. It is nobody's position until somebody takes it."""
    words = negotiated(wording).strip()
    with step("wrote a compromise", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        block = engine.find(at.body, choice).block.id
        return at.save(engine.compromise(at.body, choice, words), choice=choice, block=block, wording=words)


@record.action(answers=version_by_id)
def agree(
    text_id: str, *, by: Subject, block: str, forum: str, pending: Collection[str] = (), seen: str, key: UUID
) -> Version:
    """Mark a paragraph agreed ad referendum in ``forum``; ``pending`` are the codes still awaited."""
    place = negotiated(forum).strip()
    with step("agreed", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        awaited = tuple(code for code in at.body.delegations if code in pending)
        body = engine.agree(at.body, block, place, awaited)
        return at.save(body, block=block, forum=place, pending=list(awaited))


@record.action(answers=version_by_id)
def agree_clear(
    text_id: str, *, by: Subject, forum: str, pending: Collection[str] = (), seen: str, key: UUID
) -> Version:
    """Mark every paragraph without an open choice or reservation agreed ad referendum, by one act."""
    place = negotiated(forum).strip()
    with step("agreed", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        body, blocks = at.body, []
        awaited = tuple(code for code in body.delegations if code in pending)
        for block in at.body.blocks:
            if block.status.state != "agreed" and not block.notes and not any(True for _c in engine.choices_in(block)):
                body = engine.agree(body, block.id, place, awaited)
                blocks.append(block.id)
        if not blocks:
            raise engine.NothingToDo(_("No paragraph is clear and not yet agreed."))
        return at.save(body, blocks=blocks, forum=place, pending=list(awaited))


@record.action(answers=version_by_id)
def reopen(text_id: str, *, by: Subject, block: str, seen: str, key: UUID, request: str = "") -> Version:
    """Reopen an agreed paragraph; ``request`` is the code at whose request, or ""."""
    with step("reopened", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        return at.save(engine.reopen(at.body, block), block=block, request=request)


_OPEN = (Closing.State.PROPOSED, Closing.State.ASKED)


def _turn(verb: str, text_id: str, closing: str, state: Closing.State, *, by: Subject, key: UUID) -> Closing:
    with step(verb, text_id, by=by, seen="", key=key) as at:
        require(may_preside(by, at.text))
        row = _open_closing(at, by, closing)
        row.state = state
        row.save(update_fields=["state"])
        at.save(at.body, choice=row.choice, block=_block(at, row), wording=row.wording, answer=row.pk)
        return row


def _open_closing(at: Step, by: Subject, closing: str) -> Closing:
    row = visible_closings(by).filter(pk=closing, text=at.text, state__in=_OPEN).first()
    if row is None:
        raise NotVisible
    return row


def _question(at: Step, row: Closing) -> Question:
    present = frozenset(at.text.roll.filter(present=True).values_list("code", flat=True))
    objected = frozenset(row.objections.values_list("code", flat=True))
    joined = _joined_since(at, row)
    return question_of(at.body, row.choice, row.wording, row.state == row.State.ASKED, present, objected, joined)


def _joined_since(at: Step, row: Closing) -> tuple[str, ...]:
    """Return who holds the alternative now and did not when the chair proposed to close on it."""
    before = at.text.versions.filter(at__lt=row.at).order_by("-number").first()
    if before is None:
        return ()
    then = question_of(before.body, row.choice, row.wording, False, frozenset(), frozenset(), ()).supporting
    now = question_of(at.body, row.choice, row.wording, False, frozenset(), frozenset(), ()).supporting
    return tuple(code for code in now if code not in then)


def _block(at: Step, row: Closing) -> str:
    found = (standing.block.id for standing in engine.choices(at.body) if standing.choice.id == row.choice)
    return next(found, "")

