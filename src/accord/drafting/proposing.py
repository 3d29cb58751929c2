"""What a proposal does to a text: pure, so that a preview and the act itself say the same."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from accord.engine import text as engine


def applied(body: engine.Text, code: str, kind: str, block: str, wording: str, *, new: str) -> engine.Text:
    """
    Return ``body`` after ``code`` has proposed this.

    Args:
        kind: "edit" | "insert" | "delete" | "bracket".
        block: which paragraph; for "insert" the one before the new paragraph, "" = at the beginning.
        wording: the whole paragraph; for "bracket" the words in question; for "delete" ignored.
        new: id of the paragraph that "insert" makes.

    Raises:
        engine.TextError: the paragraph is gone, agreed, or says so already.
    """
    if kind == "insert":
        twin = _same_insertion(body, block, wording)
        if twin:
            return engine.propose(body, twin, code, wording)
        return engine.insert_block(body, block, code, wording, new)
    if kind == "bracket":
        return engine.bracket(body, block, code, wording)
    if kind == "edit" and not wording:
        raise engine.NothingToDo(_("This leaves nothing of the paragraph. To propose that it goes, propose “no text”."))
    return engine.propose(body, block, code, "" if kind == "delete" else wording)


def touched(before: engine.Text, after: engine.Text) -> tuple[str, ...]:
    """Return ids of the paragraphs that differ between two texts: in the order of the later one, then those gone."""
    known = {block.id: block for block in before.blocks}
    left = [block.id for block in after.blocks if known.pop(block.id, None) != block]
    here = {block.id for block in after.blocks}
    return (*left, *(block for block in known if block not in here))


def choices_of(body: engine.Text, blocks: tuple[str, ...], code: str) -> dict[str, str]:
    """Return, for each choice in these paragraphs in which ``code`` holds an alternative, its wording in notation."""
    return {
        standing.choice.id: engine.render_alternative(alternative)
        for standing in engine.choices(body)
        if standing.block.id in blocks
        for alternative in standing.choice.alternatives
        if code in alternative.holders
    }


def base_of(body: engine.Text, block: str) -> str | None:
    """Return the common wording of a paragraph (each choice as the base has it), None where it is gone."""
    return next((engine.project_block(each, None) for each in body.blocks if each.id == block), None)


def own_of(body: engine.Text, block: str, code: str) -> str | None:
    """Return a paragraph as ``code`` has it, None where it is gone."""
    return next((engine.project_block(each, code) for each in body.blocks if each.id == block), None)


def name_of(body: engine.Text, block: str) -> str:
    """Return how a paragraph is called in a sentence: by its label, else by its first words."""
    for each, label in zip(body.blocks, engine.labels(body), strict=True):
        if each.id == block:
            words = (engine.project_block(each, None) or _("a new paragraph")).split()
            return label or f"“{' '.join(words[:4])} …”"
    return _("a paragraph that is gone")


def _same_insertion(body: engine.Text, after: str, wording: str) -> str:
    """Return the paragraph proposed at the same place in the same words, so that the delegations join; "" for none."""
    return next((block.id for block in _proposed_behind(body, after) if wording in _wordings(block)), "")


def _proposed_behind(body: engine.Text, after: str) -> Iterator[engine.Block]:
    """Yield the paragraphs right behind ``after`` that the base does not have."""
    ids = [block.id for block in body.blocks]
    start = ids.index(after) + 1 if after in ids else 0
    for block in body.blocks[start:] if after in ids or not after else ():
        if engine.project_block(block, None):
            return
        yield block


def _wordings(block: engine.Block) -> set[str]:
    return {engine.project_block(block, code) for code in engine.holders_in(block) if code != engine.CHAIR}
