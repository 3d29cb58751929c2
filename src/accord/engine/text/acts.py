"""
What delegations and the chair do to a text: each act takes a text and returns the next one.

A delegation's act changes only what that delegation holds. What delegations hold is projected out of the block, the
act changes one of these wordings, and the block is composed anew; so no act can lose another's wording. Who may act,
and when a choice may close, is decided before (accord.drafting.access); :func:`close_choice` refuses to close over a
holder who has not consented all the same.

Source: docs/reference/negotiation.md.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from accord.engine.said import say
from accord.engine.text.errors import (
    AgreedBlock,
    NothingToDo,
    StillHeld,
    StillOpen,
    UnknownBlock,
    UnknownChoice,
    UnknownCode,
    WordsNotFound,
)
from accord.engine.text.model import (
    CHAIR,
    Alternative,
    Block,
    Choice,
    Inline,
    Note,
    Standing,
    Status,
    Text,
    choices,
    choices_in,
    holders_in,
    joined,
)
from accord.engine.text.projecting import Picks, held, project_block, wording_of
from accord.engine.text.recomposing import Place, Retained, places, recompose, retained, wordings

_GONE = "\x02"
"""Stands for words taken out, until the spaces around them are put right."""


def propose(text: Text, block_id: str, code: str, wording: str) -> Text:
    """
    Return ``text`` with ``wording`` as what ``code`` wants this block to say.

    ``wording`` is the whole paragraph; "" means that the block should go. Wording equal to the base is no position.

    Raises:
        UnknownBlock, UnknownCode; AgreedBlock: it changes only after :func:`reopen`; NothingToDo: ``code`` has this
        wording already.
    """
    block = open_block(text, block_id)
    _require_code(text, code)
    if project_block(block, code) == wording:
        raise NothingToDo(say("{code} already has this wording.", code=code))
    return _moved(text, block, code, wording)


def insert_block(text: Text, after: str, code: str, wording: str, block_id: str) -> Text:
    """
    Return ``text`` with a new paragraph that ``code`` proposes behind block ``after`` ("" = at the beginning).

    Raises:
        UnknownBlock, UnknownCode; NothingToDo: the wording is empty.
    """
    _require_code(text, code)
    if not wording:
        raise NothingToDo(say("A new paragraph needs wording."))
    number = str(text.numbered + 1)
    choice = Choice(number, (Alternative((), ()), Alternative((code,), (wording,))))
    at = _index(text, after) + 1 if after else 0
    blocks = (*text.blocks[:at], Block(block_id, (choice,)), *text.blocks[at:])
    return replace(text, blocks=blocks, numbered=text.numbered + 1)


def delete_block(text: Text, block_id: str, code: str) -> Text:
    """Return ``text`` with "no text" as what ``code`` wants here; the block goes when that choice closes."""
    return propose(text, block_id, code, "")


def move_block(text: Text, block_id: str, after: str) -> Text:
    """Return ``text`` with a block, unchanged and under its own id, behind block ``after`` ("" = at the beginning)."""
    moved = text.blocks[_index(text, block_id)]
    others = tuple(block for block in text.blocks if block.id != block_id)
    rest = replace(text, blocks=others)
    at = _index(rest, after) + 1 if after else 0
    return replace(text, blocks=(*others[:at], moved, *others[at:]))


def bracket(text: Text, block_id: str, code: str, words: str) -> Text:
    """
    Return ``text`` with ``words`` of this block bracketed: ``code`` cannot accept them and offers no alternative.

    Raises:
        WordsNotFound: the words do not stand exactly once in what ``code`` now has of the block.
    """
    block = open_block(text, block_id)
    now = project_block(block, code)
    found = now.count(words) if words.strip() else 0
    if found != 1:
        raise WordsNotFound(
            say(
                "“{words}” stands {found} times in this paragraph; give words that stand in it once.",
                words=words,
                found=found,
            )
        )
    return propose(text, block_id, code, _tidy(now.replace(words, _GONE)))


def support(text: Text, choice_id: str, alternative: int, code: str) -> Text:
    """
    Return ``text`` with ``code`` holding this alternative (index, 0 = the base's wording, then held explicitly).

    In a choice inside another alternative ``code`` holds that one too.

    Raises:
        UnknownChoice, UnknownCode, AgreedBlock; NothingToDo: ``code`` holds it already.
    """
    standing = find(text, choice_id)
    _require_alternative(standing.choice, alternative)
    _require_code(text, code)
    if held(standing.choice, code) == alternative:
        raise NothingToDo(say("{code} already holds this alternative.", code=code))
    picks = {**dict(standing.path), choice_id: alternative}
    block = standing.block
    keeping = retained(block)
    if alternative == 0 and standing.of_base:
        keeping.append(_retained_at(block, choice_id, code))
    return _moved(text, block, code, project_block(block, code, picks), keeping)


def retain(text: Text, choice_id: str, code: str) -> Text:
    """Return ``text`` with ``code`` holding the base's wording by an explicit act."""
    return support(text, choice_id, 0, code)


def reject(text: Text, choice_id: str, alternative: int, code: str) -> Text:
    """
    Return ``text`` after ``code`` says that it cannot accept this alternative, and offers no other.

    It then retains the base's wording; what it cannot accept of the base itself becomes "no text".
    """
    standing = find(text, choice_id)
    if not standing.of_base:
        outer, index = next((name, index) for name, index in standing.path if index)
        return reject(text, outer, index, code)
    if alternative:
        return retain(text, choice_id, code)
    _require_code(text, code)
    null = next((i for i, each in enumerate(standing.choice.alternatives) if each.is_null), None)
    if null is not None:
        return support(text, choice_id, null, code)
    picks: Picks = {**dict(standing.path), choice_id: _GONE}
    return _moved(text, standing.block, code, _tidy(project_block(standing.block, code, picks)))


def withdraw(text: Text, choice_id: str, code: str) -> Text:
    """
    Return ``text`` with no position of ``code`` on this choice, or on those inside the wording of the base there.

    A wording that nobody holds any more is gone.

    In a choice inside an alternative that the base has not, ``code`` then has the first wording, as long as it holds
    the alternative.

    Raises:
        NothingToDo: ``code`` holds nothing here, or holds the first wording of such a choice inside.
    """
    standing = find(text, choice_id)
    if code not in standing.choice.holders:
        raise NothingToDo(say("{code} has no position on choice {choice_id}.", code=code, choice_id=choice_id))
    if not standing.of_base and held(standing.choice, code) == 0:
        outer = next(name for name, index in standing.path if index)
        raise NothingToDo(
            say("This wording is part of what {code} holds in choice {outer}: withdraw there.", code=code, outer=outer)
        )
    place = _place(standing.block, choice_id)
    keeping = retained(standing.block)
    if place.of_base:
        keeping = [_released(each, place.start, place.end, code) for each in keeping]
    inside = choices_in(Block("", (standing.choice,)))
    picks = {each.choice.id: 0 for each in inside if each.of_base}
    return _moved(text, standing.block, code, project_block(standing.block, code, picks), keeping)


def compromise(text: Text, choice_id: str, wording: str) -> Text:
    """Return ``text`` with ``wording`` ("" = no text) as the chair's compromise on this choice."""
    standing = find(text, choice_id)
    picks: Picks = {**dict(standing.path), choice_id: fitted(standing.choice, wording) or _GONE}
    whole = _tidy(project_block(standing.block, CHAIR, picks))
    if whole == project_block(standing.block, None):
        raise NothingToDo(say("This is what the base says: propose to close on it instead."))
    return _moved(text, standing.block, CHAIR, whole)


def close_choice(text: Text, choice_id: str, alternative: int, consenting: Collection[str] = ()) -> Text:
    """
    Return ``text`` with one choice replaced by the wording of one of its alternatives.

    Args:
        consenting: holders of other alternatives who have joined, or have not objected when asked.

    Returns:
        a new text; every other block is the same object. The block keeps its status.

    Raises:
        UnknownChoice, AgreedBlock; StillHeld: a delegation that has not consented holds another alternative.
    """
    standing = find(text, choice_id)
    _require_alternative(standing.choice, alternative)
    awaited = [code for code in text.delegations if code in holding_other(standing, alternative) - set(consenting)]
    if awaited:
        raise StillHeld(
            say("{awaited} hold other wording in choice {choice_id}.", awaited=", ".join(awaited), choice_id=choice_id)
        )
    return _closed(text, standing, alternative)


def holding_other(standing: Standing, alternative: int) -> frozenset[str]:
    """Return the delegations that hold, here or in a choice inside, something else than this alternative."""
    others = (each for i, each in enumerate(standing.choice.alternatives) if i != alternative)
    codes = {code for each in others for code in (*each.holders, *holders_in(Block("", each.inlines)))}
    return frozenset(codes - {CHAIR})


def agree(text: Text, block_id: str, forum: str, pending: tuple[str, ...] = ()) -> Text:
    """
    Return ``text`` with this block agreed ad referendum in ``forum``, ``pending`` being the codes still awaited.

    Raises:
        UnknownBlock; StillOpen: it has open choices; NothingToDo: it is agreed so already.
    """
    block = _block(text, block_id)
    numbers = [standing.choice.id for standing in choices_in(block)]
    if numbers:
        raise StillOpen(say("Choice {numbers} is open in this paragraph.", numbers=", ".join(numbers)))
    status = Status("agreed", forum, pending)
    if block.status == status:
        raise NothingToDo(say("This paragraph is agreed so already."))
    return _with(text, replace(block, status=status))


def reopen(text: Text, block_id: str) -> Text:
    """Return ``text`` with an agreed block reopened. Raises :class:`NothingToDo` where it is not agreed."""
    block = _block(text, block_id)
    if block.status.state != "agreed":
        raise NothingToDo(say("This paragraph is open already."))
    return _with(text, replace(block, status=Status("reopened")))


def annotate(text: Text, block_id: str, kind: str, code: str, wording: str) -> Text:
    """Return ``text`` with a reservation ("reserve") or remark ("note") of ``code`` on this block."""
    block = _block(text, block_id)
    _require_code(text, code)
    note = Note(kind, code, wording)
    if note in block.notes:
        raise NothingToDo(say("{code} has noted this already.", code=code))
    return _with(text, replace(block, notes=(*block.notes, note)))


def lift(text: Text, block_id: str, code: str) -> Text:
    """Return ``text`` without the reservations of ``code`` on this block."""
    block = _block(text, block_id)
    left = tuple(note for note in block.notes if (note.kind, note.holder) != ("reserve", code))
    if left == block.notes:
        raise NothingToDo(say("{code} has no reservation here.", code=code))
    return _with(text, replace(block, notes=left))


def find(text: Text, choice_id: str) -> Standing:
    """Return the choice with this number where it stands. Raises UnknownChoice; AgreedBlock cannot have one."""
    for standing in choices(text):
        if standing.choice.id == choice_id:
            return standing
    raise UnknownChoice(
        say("There is no open choice {choice_id}: it was closed, or its wording was withdrawn.", choice_id=choice_id)
    )


def open_block(text: Text, block_id: str) -> Block:
    """Return the block with this id, provided that it is not agreed."""
    block = _block(text, block_id)
    if block.status.state == "agreed":
        raise AgreedBlock(say("This paragraph is agreed ad referendum. The chair can reopen it."))
    return block


def fitted(choice: Choice, wording: str) -> str:
    """Return ``wording`` with the spaces that the alternatives of ``choice`` carry at their edges."""
    known = [wording_of(each.inlines, None, {}) for each in choice.alternatives if not each.is_null]
    if not wording or not known:
        return wording
    before = " " if all(each.startswith(" ") for each in known) else ""
    after = " " if all(each.endswith(" ") for each in known) else ""
    return before + wording.strip(" ") + after


def _moved(text: Text, block: Block, code: str, wording: str, keeping: list[Retained] | None = None) -> Text:
    versions = wordings(block) | {code: wording}
    return recompose(text, block, project_block(block, None), versions, retained(block) if keeping is None else keeping)


def _closed(text: Text, standing: Standing, alternative: int) -> Text:
    """Compose the block anew with the alternative in the place of the choice; choices in it are choices of the base."""
    block, picks = standing.block, {standing.choice.id: alternative}
    versions = wordings(block, picks)
    closed = replace(block, inlines=_spliced(block.inlines, standing.choice, alternative))
    return recompose(text, closed, project_block(closed, None), versions, retained(closed))


def _spliced(inlines: tuple[Inline, ...], choice: Choice, alternative: int) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for item in inlines:
        if item is choice:
            out += choice.alternatives[alternative].inlines
        elif isinstance(item, Choice):
            inside = (replace(each, inlines=_spliced(each.inlines, choice, alternative)) for each in item.alternatives)
            out.append(replace(item, alternatives=tuple(inside)))
        else:
            out.append(item)
    return joined(*out)


def _place(block: Block, choice_id: str) -> Place:
    return next(place for place in places(block.inlines) if place.choice.id == choice_id)


def _retained_at(block: Block, choice_id: str, code: str) -> Retained:
    place = _place(block, choice_id)
    return Retained(place.start, place.end, frozenset({code}))


def _released(kept: Retained, start: int, end: int, code: str) -> Retained:
    inside = start <= kept.start and kept.end <= end
    return replace(kept, codes=kept.codes - {code}) if inside else kept


def _tidy(wording: str) -> str:
    """Put the spaces right where words were taken out: one stays, none before a closing mark or at an edge."""
    before, gone, after = wording.partition(_GONE)
    if gone and after.startswith(" ") and (not before or before.endswith(" ")):
        after = after[1:]
    elif gone and before.endswith(" ") and (not after or after[0] in ",.;:!?)»”…"):
        before = before[:-1]
    return before + after


def _require_code(text: Text, code: str) -> None:
    if code not in text.delegations and code != CHAIR:
        raise UnknownCode(say("{code} is not in the roster of this text.", code=code))


def _require_alternative(choice: Choice, index: int) -> None:
    if not 0 <= index < len(choice.alternatives):
        raise UnknownChoice(
            say("Choice {id} has no alternative {index}: it has changed meanwhile.", id=choice.id, index=index)
        )


def _block(text: Text, block_id: str) -> Block:
    return text.blocks[_index(text, block_id)]


def _index(text: Text, block_id: str) -> int:
    for index, block in enumerate(text.blocks):
        if block.id == block_id:
            return index
    raise UnknownBlock(say("This paragraph is no longer in the text."))


def _with(text: Text, block: Block) -> Text:
    return replace(text, blocks=tuple(block if each.id == block.id else each for each in text.blocks))
