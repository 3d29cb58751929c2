"""A delegation's wording: kept private, shown to the chair, tabled."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, new_id, require
from accord.access.models import Audience
from accord.access.queries import delegation_audience, named_audience
from accord.drafting.access import may_change, may_draft, may_drop, may_stage, may_table
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.errors import Stale
from accord.drafting.handing import fingerprint_of, inserted_ids, passages, without
from accord.drafting.models import Proposal, Version
from accord.drafting.proposing import applied, base_of, choices_of, touched
from accord.drafting.queries.recovery import document_hash
from accord.drafting.queries.rows import visible_proposals
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.record import acts as record

Kind, Stage = Proposal.Kind, Proposal.Stage


def _proposal_by_id(pk: str) -> Proposal:
    return Proposal.objects.get(pk=pk)


@record.action(answers=_proposal_by_id)
def propose(text_id: str, *, by: Subject, block: str, wording: str, stage: str, seen: str, key: UUID) -> Proposal:
    """
    Propose ``wording`` as what this paragraph should say, for the eyes that ``stage`` names.

    Raises:
        Stale: the paragraph's base or what the own delegation holds there has changed since ``seen``. Others'
            proposals on the same paragraph never make it stale: all are kept.
    """
    words = negotiated(wording).strip("\n")
    return _put(text_id, by=by, kind=Kind.EDIT, block=block, wording=words, stage=stage, seen=seen, key=key)


@record.action(answers=_proposal_by_id)
def insert(text_id: str, *, by: Subject, after: str, wording: str, stage: str, seen: str, key: UUID) -> Proposal:
    """Propose a new paragraph behind block ``after`` ("" = at the beginning)."""
    words = negotiated(wording).strip("\n")
    return _put(text_id, by=by, kind=Kind.INSERT, block=after, wording=words, stage=stage, seen=seen, key=key)


@record.action(answers=_proposal_by_id)
def delete(text_id: str, *, by: Subject, block: str, stage: str, seen: str, key: UUID) -> Proposal:
    """Propose that this paragraph goes."""
    return _put(text_id, by=by, kind=Kind.DELETE, block=block, wording="", stage=stage, seen=seen, key=key)


@record.action(answers=_proposal_by_id)
def bracket(text_id: str, *, by: Subject, block: str, words: str, stage: str, seen: str, key: UUID) -> Proposal:
    """Bracket words of this paragraph: the delegation cannot accept them and offers no alternative."""
    plain = negotiated(words).strip()
    return _put(text_id, by=by, kind=Kind.BRACKET, block=block, wording=plain, stage=stage, seen=seen, key=key)


def _put(
    text_id: str, *, by: Subject, kind: Kind, block: str, wording: str, stage: str, seen: str, key: UUID
) -> Proposal:
    with step("proposed" if stage == Stage.TABLED else "drafted", text_id, by=by, seen=seen, key=key) as at:
        require(may_stage(stage))
        require(may_table(by, at.text, at.body) if stage == Stage.TABLED else may_draft(by, at.text, at.body))
        if kind != Kind.INSERT:
            at.require_own_ground(block, by.delegation)
        body = applied(at.body, by.delegation, kind, block, wording, new=new_id())
        proposal = Proposal(
            text=at.text,
            code=by.delegation,
            stage=Stage(stage),
            kind=kind,
            block=block,
            wording=wording,
            before=base_of(at.body, block) or "",
            audience=_audience(at, by.delegation, stage),
            at=at.act.at,
        )
        proposal.save(force_insert=True)
        _record(at, proposal, body)
        return proposal


@record.action(answers=_proposal_by_id)
def show_to_chair(proposal_id: str, *, by: Subject, key: UUID) -> Proposal:
    """Show a private proposal to the chair and the secretariat."""
    return _advance("showed to the chair", proposal_id, Stage.CHAIR, by=by, key=key)


@record.action(answers=_proposal_by_id)
def table(proposal_id: str, *, by: Subject, key: UUID) -> Proposal:
    """
    Table a proposal that was kept private or with the chair.

    Raises:
        Stale: the paragraph's base has changed since it was written; the proposal stays as it was.
    """
    return _advance("proposed", proposal_id, Stage.TABLED, by=by, key=key)


@record.action(answers=_proposal_by_id)
def drop(proposal_id: str, *, by: Subject, key: UUID) -> Proposal:
    """Drop a proposal that was never tabled, whatever has become of the text meanwhile."""
    return _advance("dropped", proposal_id, Stage.DROPPED, by=by, key=key)


@record.action(answers=version_by_id)
def submit_version(
    text_id: str,
    *,
    by: Subject,
    document: str,
    seen: str,
    key: UUID,
    left_out: Collection[str] = (),
    shown: str = "",
) -> Version:
    """
    Hand in a whole document as the delegation's version: each difference becomes what it holds there.

    The entry keeps the SHA-256 of what was handed in, so that it can be looked for in the text (queries.recovery).

    Args:
        left_out: keys of changes that are not handed in (drafting.handing): there the delegation keeps what it has.
        shown: fingerprint of how it was shown to stand; "" where nobody looked at it before.

    Raises:
        WordingRefused; engine.AgreedBlock: it changes a paragraph that is agreed; engine.NothingToDo: it changes
        nothing, or it is empty; Stale: the common wording, or what the own delegation holds, is no longer what the
        person saw, so that the document would bring old wording back unseen; or it will stand otherwise than shown.
    """
    wording = whole(document)
    with step("submitted", text_id, by=by, seen=seen, key=key) as at:
        require(may_table(by, at.text, at.body))
        _require_same_ground(at, by.delegation)
        if not wording.strip():
            raise engine.NothingToDo(_("This document is empty. To propose that a paragraph goes, say so there."))
        ids = [new_id() for _each in range(inserted_ids(wording))]
        whole_body = engine.submit(at.body, by.delegation, wording, ids)
        found = passages(at.body, whole_body, by.delegation)
        if shown and shown != fingerprint_of(found):
            raise Stale(_("Since you looked, others have changed paragraphs that your version changes too."))
        body = without(at.body, whole_body, left_out)
        if body == at.body:
            raise engine.NothingToDo(_nothing(left_out))
        blocks = touched(at.body, body)
        choices = choices_of(body, blocks, by.delegation)
        left = sum(each.key in left_out for each in found)
        stands = engine.project(body, by.delegation) if left else wording
        held = {"code": by.delegation, "blocks": sorted(blocks), "choices": choices}
        beside = {"left_out": left} if left else {}
        return at.save(body, document=document_hash(stands), **held, **beside)


def _nothing(left_out: Collection[str]) -> str:
    if left_out:
        return _("Every change is left out: nothing is handed in. Tick what shall be handed in.")
    return _("This version says what the delegation already has.")


def whole(document: str) -> str:
    """Return a document as a version is stored: negotiated wording with one line end behind it."""
    return negotiated(document).strip("\n") + "\n"


def _require_same_ground(at: Step, code: str) -> None:
    if engine.project(at.seen.body, None) != engine.project(at.body, None):
        raise Stale(_("The common wording of the text has changed since you looked: a choice was closed."))
    if engine.project(at.seen.body, code) != engine.project(at.body, code):
        raise Stale(_("Your own delegation has changed its wording since you looked."))


def _advance(verb: str, proposal_id: str, stage: Stage, *, by: Subject, key: UUID) -> Proposal:
    found = visible_proposals(by).filter(pk=proposal_id).values_list("text_id", flat=True).first()
    with step(verb, found or "", by=by, seen=None, key=key) as at:
        proposal = at.act.lock(visible_proposals(by), proposal_id)
        require(may_change(by, proposal))
        _require_waiting(proposal, stage)
        if stage == Stage.DROPPED:
            require(may_drop(by, at.text, at.body))
            body = at.body
        else:
            require(may_table(by, at.text, at.body) if stage == Stage.TABLED else may_draft(by, at.text, at.body))
            _require_same_base(proposal, at)
            body = applied(at.body, proposal.code, proposal.kind, proposal.block, proposal.wording, new=new_id())
            proposal.audience = _audience(at, proposal.code, stage)
        proposal.stage = stage
        proposal.at = at.act.at if stage == Stage.TABLED else proposal.at  # when it was drafted is not for all eyes
        proposal.save(update_fields=["stage", "audience", "at"])
        _record(at, proposal, body)
        return proposal


def _require_waiting(proposal: Proposal, stage: Stage) -> None:
    if proposal.stage in (Stage.TABLED, Stage.DROPPED):
        raise Stale(_("This proposal is %s already.") % proposal.get_stage_display())
    if proposal.stage == stage:
        raise engine.NothingToDo(_("This proposal is %s already.") % proposal.get_stage_display())


def _require_same_base(proposal: Proposal, at: Step) -> None:
    base = base_of(at.body, proposal.block)
    if base is None and proposal.block:
        raise Stale(_("The paragraph at which this stood is gone. Your words are kept; propose them anew."))
    if proposal.kind != Kind.INSERT and proposal.before != base:
        raise Stale(_("The paragraph has changed since this was written. Your words are kept; propose them anew."))


def _record(at: Step, proposal: Proposal, body: engine.Text) -> None:
    """Write the entry: tabled wording makes a version that all see, the rest stays with its audience."""
    data = {"kind": proposal.kind, "wording": proposal.wording, "code": proposal.code, "proposal": proposal.pk}
    place = {"after" if proposal.kind == Kind.INSERT else "block": proposal.block}
    if proposal.stage == Stage.TABLED:
        blocks = touched(at.body, body)
        made = {"block": blocks[0] if blocks else proposal.block, **place}
        choices = choices_of(body, blocks, proposal.code)
        at.save(body, answer=proposal.pk, blocks=list(blocks), choices=choices, **made, **data)
        return
    audience = proposal.audience
    at.act.entry(
        organisation_id=at.text.organisation_id,
        stream=f"text:{at.text.pk}:{audience.pk}",
        audience=audience,
        answer=proposal.pk,
        data={"text": at.text.pk, **place, **data},
        seen=at.seen.fingerprint if at.saw else "",
    )


def _audience(at: Step, code: str, stage: str) -> Audience:
    if stage == Stage.TABLED:
        return named_audience(at.text.audience)
    return delegation_audience(code, within=at.text.audience, with_chair=stage == Stage.CHAIR)
