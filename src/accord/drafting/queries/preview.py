"""How a proposal will stand in the text, before it is made."""

from __future__ import annotations

from dataclasses import replace

from accord.access import Subject, require
from accord.drafting.access import may_draft
from accord.drafting.pages import Asked, Holder, Preview
from accord.drafting.proposing import applied, touched
from accord.drafting.queries.building import paragraph_of
from accord.drafting.queries.entering import Room, enter
from accord.engine import text as engine
from accord.engine.text.wording import negotiated

NEW = "new"
"""Id of a paragraph that does not exist yet."""


def preview(by: Subject, text_id: str, *, kind: str, block: str, wording: str) -> Preview:
    """
    Return the paragraph composed with what ``by`` would propose; nothing is stored.

    Raises:
        NotVisible, Refused; engine.TextError: as the proposal itself would, for instance WordingRefused.
    """
    room = enter(by, text_id, Asked())
    require(may_draft(by, room.text, room.body))
    plain = negotiated(wording).strip("\n")
    after = applied(room.body, by.delegation, kind, block, plain, new=NEW)
    changed = next(iter(touched(room.body, after)), block)
    labelled = dict(zip((each.id for each in after.blocks), engine.labels(after), strict=True))
    found = next((each for each in after.blocks if each.id == changed), None)
    if found is None:  # the own insertion, taken back: the paragraph goes at once
        return Preview(None, (), (), "")
    return Preview(
        paragraph=paragraph_of(found, labelled[changed], replace(room.lens, selected="")),
        opened=_opened(room, found),
        joined=_joined(room, found),
        notation=engine.render_block(replace(found, notes=())),
    )


def _opened(room: Room, block: engine.Block) -> tuple[str, ...]:
    before = {standing.choice.id for standing in engine.choices(room.body)}
    return tuple(standing.choice.id for standing in engine.choices_in(block) if standing.choice.id not in before)


def _joined(room: Room, block: engine.Block) -> tuple[Holder, ...]:
    """Return the delegations whose alternative the proposal joins."""
    me = room.lens.me
    together = {
        code
        for standing in engine.choices_in(block)
        for alternative in standing.choice.alternatives
        if me in alternative.holders
        for code in alternative.holders
    }
    return room.lens.holders(together - {me, engine.CHAIR})
