"""
What the chair does: proposes to close, asks, closes; writes a compromise; marks agreed ad referendum; reopens.

Nobody removes another's bracket: a choice closes when every holder of other wording has joined or withdrawn, or when
every holder is shown as in the room, the chair has asked "any objection?", and none of those in the room raised one.
What a delegation answers stands here too: it objects, withdraws its objection, and confirms for its capital.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.drafting.access import may_close, may_object, may_preside, may_table, may_withdraw_objection
from accord.drafting.actions.checks import codes_of, one_line
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.closing import Question, held_by, index_of, plain, question_of
from accord.drafting.errors import Stale
from accord.drafting.models import Closing, Objection, Version
from accord.drafting.proposing import touched
from accord.drafting.queries.rows import visible_closings
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.record import acts as record

FORUM_LENGTH = 80


def _closing_by_id(pk: str) -> Closing:
    return Closing.objects.get(pk=pk)


@record.action(answers=_closing_by_id)
def propose_closing(text_id: str, *, by: Subject, choice: str, alternative: int, seen: str, key: UUID) -> Closing:
    """Propose to close this choice on one of its alternatives; an open proposal on the same choice gives way."""
    with step("proposed to close", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        index = at.alternative(choice, alternative)
        standing = engine.find(at.body, choice)
        wording = plain(standing.choice.alternatives[index])
        given_way = visible_closings(by).filter(text=at.text, choice=choice, state__in=Closing.OPEN)
        given_way.update(state=Closing.State.DROPPED)
        closing = Closing.objects.create(
            text=at.text, choice=choice, wording=wording, version=at.text.number + 1, at=at.act.at
        )
        at.save(at.body, choice=choice, block=standing.block.id, wording=wording, answer=closing.pk)
        return closing


@record.action(answers=_closing_by_id)
def ask(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """
    Ask "any objection?" to closing, of all who are shown as in the room; to be asked again when somebody comes in.

    Who was in the room and what each held is kept: silence is that of those who were asked, on what they were asked.
    """
    with step("asked", text_id, by=by, seen=None, key=key) as at:
        require(may_preside(by, at.text))
        row = _open_closing(at, by, closing)
        present = [code for code in at.body.delegations if code in _present(at)]
        row.state = Closing.State.ASKED
        row.asked = held_by(engine.find(at.body, row.choice).choice, present)
        row.save(update_fields=["state", "asked"])
        at.save(at.body, **_about(at, row), present=present)
        return row


@record.action(answers=_closing_by_id)
def drop_closing(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Take a proposal to close back."""
    with step("took back the closing", text_id, by=by, seen=None, key=key) as at:
        require(may_preside(by, at.text))
        row = _open_closing(at, by, closing)
        row.state = Closing.State.DROPPED
        row.save(update_fields=["state"])
        at.save(at.body, **_about(at, row))
        return row


@record.action(answers=_closing_by_id)
def object_to(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Object to closing; nothing closes over it."""
    with step("objected", text_id, by=by, seen=None, key=key) as at:
        require(may_object(by, at.text, at.body))
        row = _open_closing(at, by, closing)
        _objection, new = Objection.objects.get_or_create(
            text=at.text, closing=row, code=by.delegation, defaults={"at": at.act.at}
        )
        if not new:
            raise engine.NothingToDo(_("Your delegation has objected already."))
        at.save(at.body, **_about(at, row), code=by.delegation)
        return row


@record.action(answers=_closing_by_id)
def withdraw_objection(text_id: str, *, by: Subject, closing: str, key: UUID) -> Closing:
    """Withdraw the own delegation's objection to closing."""
    with step("withdrew the objection", text_id, by=by, seen=None, key=key) as at:
        require(may_withdraw_objection(by, at.text, at.body))
        row = _open_closing(at, by, closing)
        gone, _rows = Objection.objects.filter(closing=row, code=by.delegation).delete()
        if not gone:
            raise engine.NothingToDo(_("Your delegation has no objection here."))
        at.save(at.body, **_about(at, row), code=by.delegation)
        return row


@record.action(answers=version_by_id)
def close(text_id: str, *, by: Subject, closing: str, key: UUID) -> Version:
    """
    Close the choice as proposed.

    Raises:
        Refused: an objection stands, or a holder of other wording neither joined nor was asked in the room.
    """
    with step("closed", text_id, by=by, seen=None, key=key) as at:
        require(may_preside(by, at.text))
        row = _open_closing(at, by, closing)
        question = _question(at, row)
        require(may_close(by, at.text, question.hindrance))
        body = engine.close_choice(at.body, row.choice, question.index, question.awaited)
        row.state = Closing.State.CLOSED
        row.save(update_fields=["state"])
        about = _about(at, row)
        del about["answer"]
        return at.save(
            body,
            **about,
            holders=list(question.supporting),
            joined=list(question.joined),
            not_objecting=list(question.awaited),
        )


@record.action(answers=version_by_id)
def write_compromise(text_id: str, *, by: Subject, choice: str, wording: str, seen: str, key: UUID) -> Version:
    """Put the chair's compromise on this choice; "" is no text. It is nobody's position until somebody takes it."""
    words = negotiated(wording).strip()
    with step("wrote a compromise", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        block = engine.find(at.body, choice).block.id
        body = engine.compromise(at.body, choice, words)
        if body == at.body:
            raise engine.NothingToDo(_("This is the compromise that stands there already."))
        return at.save(body, choice=choice, block=block, wording=words)


@record.action(answers=version_by_id)
def agree(
    text_id: str, *, by: Subject, block: str, forum: str, pending: Collection[str] = (), seen: str, key: UUID
) -> Version:
    """
    Mark a paragraph agreed ad referendum in ``forum``; ``pending`` are the codes still awaited.

    Where it is agreed already, in another forum, those who were awaited there stay awaited until they confirm.

    Raises:
        Stale: the paragraph is not what the chair saw.
    """
    place = one_line(forum, longest=FORUM_LENGTH)
    with step("agreed", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        at.require_unchanged(block)
        awaited = codes_of(at.body, pending)
        _require_still_awaited(at.body, block, awaited)
        body = engine.agree(at.body, block, place, awaited)
        return at.save(body, block=block, forum=place, pending=list(awaited))


@record.action(answers=version_by_id)
def agree_clear(
    text_id: str, *, by: Subject, forum: str, pending: Collection[str] = (), seen: str, key: UUID
) -> Version:
    """Mark all that the chair saw without an open choice or reservation agreed ad referendum, by one act."""
    place = one_line(forum, longest=FORUM_LENGTH)
    with step("agreed", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        awaited = codes_of(at.body, pending)
        unseen = touched(at.seen.body, at.body)
        body, blocks = at.body, [block.id for block in at.body.blocks if _is_clear(block) and block.id not in unseen]
        for block in blocks:
            body = engine.agree(body, block, place, awaited)
        if not blocks:
            raise engine.NothingToDo(_("No paragraph is clear and not yet agreed."))
        return at.save(body, blocks=blocks, forum=place, pending=list(awaited))


@record.action(answers=version_by_id)
def confirm(text_id: str, *, by: Subject, block: str, seen: str, key: UUID) -> Version:
    """
    Confirm, for the own delegation's capital, a paragraph that was agreed ad referendum; it is awaited no more.

    Raises:
        Stale: the paragraph is not what the person saw; engine.NothingToDo: the delegation is not awaited there.
    """
    with step("confirmed", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        at.require_same_wording(block)
        status = at.block(block).status
        if by.delegation not in status.pending:
            raise engine.NothingToDo(_("Your delegation is not awaited on this paragraph."))
        pending = tuple(code for code in status.pending if code != by.delegation)
        body = engine.agree(at.body, block, status.forum, pending)
        return at.save(body, block=block, code=by.delegation, forum=status.forum, pending=list(pending))


@record.action(answers=version_by_id)
def reopen(text_id: str, *, by: Subject, block: str, seen: str, key: UUID, request: str = "") -> Version:
    """Reopen an agreed paragraph; ``request`` is the code at whose request, or ""."""
    with step("reopened", text_id, by=by, seen=seen, key=key) as at:
        require(may_preside(by, at.text))
        asking = "".join(codes_of(at.body, [request] if request else []))
        return at.save(engine.reopen(at.body, block), block=block, request=asking)


def _open_closing(at: Step, by: Subject, closing: str) -> Closing:
    row = visible_closings(by).filter(pk=closing, text=at.text).first()
    if row is None:
        raise NotVisible
    if row.state == Closing.State.CLOSED:
        raise Stale(_("Choice %s was closed meanwhile.") % row.choice)
    if row.state == Closing.State.DROPPED:
        off = _("This proposal to close choice %s is off: it was taken back, or its wording is gone.")
        raise Stale(off % row.choice)
    return row


def _present(at: Step) -> frozenset[str]:
    return frozenset(at.text.roll.filter(present=True).values_list("code", flat=True))


def _question(at: Step, row: Closing) -> Question:
    objected = frozenset(row.objections.values_list("code", flat=True))
    return question_of(at.body, row.choice, row.wording, row.asked, _present(at), objected, _joined_since(at, row))


def _joined_since(at: Step, row: Closing) -> tuple[str, ...]:
    """Return who holds the alternative now and did not when the chair proposed to close on it."""
    then = _supporting(Version.objects.get(text=at.text, number=row.version).body, row)
    return tuple(code for code in _supporting(at.body, row) if code not in then)


def _supporting(body: engine.Text, row: Closing) -> tuple[str, ...]:
    index = index_of(body, row.choice, row.wording)
    holders = engine.find(body, row.choice).choice.alternatives[index].holders if index >= 0 else ()
    return tuple(code for code in holders if code != engine.CHAIR)


def _about(at: Step, row: Closing) -> dict[str, str]:
    block = engine.find(at.body, row.choice).block.id
    return {"choice": row.choice, "block": block, "wording": row.wording, "answer": row.pk}


def _is_clear(block: engine.Block) -> bool:
    if block.status.state == "agreed" or any(note.kind == "reserve" for note in block.notes):
        return False
    return not any(True for _each in engine.choices_in(block))


def _require_still_awaited(body: engine.Text, block: str, awaited: Collection[str]) -> None:
    """Refuse to take a capital for confirmed that has not confirmed: that is for its own delegation."""
    known = next((each.status.pending for each in body.blocks if each.id == block), ())
    missing = [code for code in known if code not in awaited]
    if missing:
        raise engine.StillHeld(_("%s is still awaited here; it confirms itself.") % ", ".join(missing))
