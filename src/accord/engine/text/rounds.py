"""
A second round, and a third: what delegations hand in on a text that has brackets already.

The choices of the base are standing alternatives. Who hands in something now wants what it says; who hands in nothing
keeps what it holds. Blocks keep their ids, choices their numbers, and agreed blocks do not change.

Source: docs/reference/rounds.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accord.engine.said import joined, say
from accord.engine.text.arranging import columns
from accord.engine.text.errors import AgreedBlock, UnknownCode
from accord.engine.text.findings import Finding
from accord.engine.text.grouping import with_own
from accord.engine.text.handing import Handed, Paragraph, at_line, handed_plain
from accord.engine.text.labels import labels
from accord.engine.text.model import CHAIR, Block, Move, Note, Text
from accord.engine.text.notation import first_words
from accord.engine.text.projecting import in_order, project, project_block
from accord.engine.text.recomposing import Retained, reanchored, recomposed, retained, wordings
from accord.engine.text.renumbering import numbered_like
from accord.engine.text.rereading import handed_rolling, is_rolling


@dataclass(frozen=True, slots=True)
class Round:
    """
    What became of a round.

    Attributes:
        text: the text after it.
        wanted: code → the whole document that it wanted, for those who handed in something.
        findings: code → what a person should know about what it handed in.
    """

    text: Text
    wanted: Mapping[str, str]
    findings: Mapping[str, tuple[Finding, ...]]

    @property
    def recovered(self) -> dict[str, bool]:
        """For each code whether projecting the text gives exactly what it wanted."""
        return {code: project(self.text, code) == wanted for code, wanted in self.wanted.items()}


def next_round(base: Text, versions: Mapping[str, str | Text], *, delegations: Sequence[str] = ()) -> Text:
    """
    Return the text of the next round; see :func:`round_of`, which tells more.

    >>> from accord.engine import text as engine
    >>> first = engine.compile_text("The Parties shall meet.\\n", {"XAA": "The Parties should meet.\\n"})
    >>> second = next_round(first, {"XBB": "The Parties should meet once a year.\\n"})
    >>> print(engine.render(second).splitlines()[-1])
    The Parties [shall] [XAA, XBB: should] meet[XBB:  once a year].
    """
    return round_of(base, versions, delegations=delegations).text


def round_of(base: Text, versions: Mapping[str, str | Text], *, delegations: Sequence[str] = ()) -> Round:
    """
    Return what a round makes of ``base``, a text that has brackets already.

    Args:
        base: the text so far.
        versions: code → what it hands in: a plain document (all that it wants now), or the rolling text, edited, as a
            text or as the characters of its file, in which it supports, withdraws, replaces, brackets, deletes,
            retains or reserves.
        delegations: codes to put into the roster besides those that are in it, in this order.

    Returns:
        the text, which does not depend on the order of ``versions``. Projecting it gives each of these delegations
        what it handed in (agreed blocks apart, which do not change) and all others what ``base`` gives them. Ids,
        numbers, statuses and the others' notes stay; a block that nobody touches is the same object.

    Source: docs/reference/rounds.md; law 11 of docs/reference/notation.md.
    """
    roster = tuple(dict.fromkeys([*base.delegations, *delegations, *sorted(versions)]))
    text = replace(base, delegations=tuple(code for code in roster if code != CHAIR or code in base.delegations))
    codes = sorted(versions, key=[*roster, CHAIR].index)
    handed = [_handed(text, code, versions[code]) for code in codes]
    sound = [_respecting_agreed(text, each) for each in handed]
    after = _with_notes(_with_envelopes(_merged(text, sound, _fresh(text)), sound), sound)
    plain = [code for code in codes if isinstance(sent := versions[code], str) and not is_rolling(sent)]
    wanted = {each.code: each.document for each in handed}
    return Round(with_own(after, plain), wanted, {each.code: each.findings for each in sound})


def submit(text: Text, code: str, document: str, new_ids: Collection[str]) -> Text:
    """
    Return ``text`` after ``code`` hands in a whole plain document: each difference becomes what it holds there.

    Wording that the document leaves as the base has it is no position. All others keep what they have.

    Args:
        new_ids: ids for paragraphs that the document adds; as many as it has paragraphs are enough.

    Raises:
        UnknownCode; AgreedBlock: the document changes an agreed paragraph, which the message names.
    """
    if code not in text.delegations and code != CHAIR:
        raise UnknownCode(say("{code} is not in the roster of this text.", code=code))
    handed = handed_plain(text, code, document)
    refused = [each for each in _respecting_agreed(text, handed).findings if each.code == "C010"]
    if refused:
        raise AgreedBlock(joined(" ", (refused[0].message, refused[0].fix)))
    return with_own(_with_envelopes(_merged(text, [handed], iter(new_ids)), [handed]), [code])


def _handed(text: Text, code: str, version: str | Text) -> Handed:
    if isinstance(version, str) and not is_rolling(version):
        return handed_plain(text, code, version)
    return handed_rolling(text, code, version)


# Agreed blocks


def _respecting_agreed(text: Text, handed: Handed) -> Handed:
    """
    Return what was handed in with agreed blocks as they were, and a finding for each that would have changed.

    Its number may change, as it does for whoever puts a paragraph before it.
    """
    if not any(block.status.state == "agreed" for block in text.blocks):
        return handed
    names = dict(zip((block.id for block in text.blocks), labels(text), strict=True))
    paragraphs = list(handed.paragraphs)
    findings = list(handed.findings)
    before = ""
    for block in in_order(text, handed.code):
        now = project_block(block, handed.code)
        at = next((at for at, each in enumerate(paragraphs) if each.block == block.id), None)
        said = paragraphs[at] if at is not None else None
        if block.status.state == "agreed" and numbered_like(now, said.wording if said else "")[0] != now:
            findings.append(_about_agreed(handed.code, names[block.id] or f"“{first_words(now)}”", said, paragraphs))
            _put_back(paragraphs, at, Paragraph(block.id, now, 0, said.line if said else 1), before)
        before = block.id if now else before
    return replace(handed, paragraphs=tuple(paragraphs), findings=tuple(findings))


def _put_back(paragraphs: list[Paragraph], at: int | None, agreed: Paragraph, before: str) -> None:
    if at is not None:
        paragraphs[at : at + 1] = [agreed] if agreed.wording else []
    elif agreed.wording:
        ids = [each.block for each in paragraphs]
        paragraphs.insert(ids.index(before) + 1 if before in ids else 0, agreed)


def _about_agreed(code: str, name: str, said: Paragraph | None, paragraphs: Sequence[Paragraph]) -> Finding:
    what = (
        say("“{wording} …” was not taken; it stands here", wording=first_words(said.wording))
        if said
        else say("it was not deleted")
    )
    line = said.line if said else max((each.line for each in paragraphs), default=1)
    message = say(
        "Paragraph {name} is agreed and stays as it is: what {code} has there is not taken up ({what}).",
        name=name,
        code=code,
        what=what,
    )
    return at_line("C010", "warning", line, message, say("Ask the chair to reopen it, and hand this in again."))


# The blocks


def _merged(text: Text, handed: Sequence[Handed], ids: Iterator[str]) -> Text:
    """Return ``text`` with what was handed in taken into its blocks, and new blocks between them under these ids."""
    blocks: list[Block] = []
    count = text.numbered
    order = (*text.delegations, CHAIR)
    added = _added(handed)
    changed = _changed(text, handed)
    new: dict[str, list[str]] = {each.code: [] for each in handed}
    for gap in range(len(text.blocks) + 1):
        for column in columns(added.get(gap, {})):
            block, count = recomposed(Block(next(ids), ()), "", column, [], order, count)
            blocks.append(block)
            for code in column:
                new[code].append(block.id)
        if gap < len(text.blocks):
            block, count = changed(text.blocks[gap], count)
            blocks += [block] if block.inlines else []
    after = reanchored(text, replace(text, blocks=tuple(blocks), numbered=count))
    return _in_their_order(text, after, {each.code: list(_order(each, iter(new[each.code]))) for each in handed})


def _added(handed: Sequence[Handed]) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return gap → code → the new paragraphs that it puts there."""
    added: dict[int, dict[str, tuple[str, ...]]] = {}
    for each in handed:
        for paragraph in each.paragraphs:
            if not paragraph.block:
                column = added.setdefault(paragraph.gap, {})
                column[each.code] = (*column.get(each.code, ()), paragraph.wording)
    return added


def _changed(text: Text, handed: Sequence[Handed]) -> Callable[[Block, int], tuple[Block, int]]:
    """Return a function that gives a block as it is after this round, and the number of the last choice."""
    wanted = {each.code: {part.block: part.wording for part in each.paragraphs} for each in handed}
    order = (*text.delegations, CHAIR)

    def change(block: Block, count: int) -> tuple[Block, int]:
        versions = {code: said.get(block.id, "") for code, said in wanted.items()}
        moved = {code: said for code, said in versions.items() if said != project_block(block, code)}
        before = retained(block)
        keeping = _keeping(before, block.id, handed)
        if not moved and _by_code(keeping) == _by_code(before):
            return block, count
        base = project_block(block, None)
        return recomposed(block, base, wordings(block) | moved, keeping, order, count)

    return change


def _keeping(before: list[Retained], block_id: str, handed: Sequence[Handed]) -> list[Retained]:
    stated = {each.code for each in handed if block_id in each.keeping}
    left = [replace(each, codes=each.codes - stated) for each in before]
    own = [kept for each in handed for kept in each.keeping.get(block_id, ())]
    return [each for each in (*left, *own) if each.codes]


def _by_code(keeping: Sequence[Retained]) -> set[tuple[int, int, str]]:
    return {(each.start, each.end, code) for each in keeping for code in each.codes}


def _fresh(text: Text) -> Iterator[str]:
    """Yield ids that no block has."""
    numbers = [int(block.id[1:]) for block in text.blocks if block.id[:1] == "b" and block.id[1:].isdecimal()]
    number = max([len(text.blocks), *numbers])
    while True:
        number += 1
        yield f"b{number}"


# The order of each


def _order(handed: Handed, new: Iterator[str]) -> Iterator[str]:
    """Yield the blocks that a delegation wants, in its order, under their ids."""
    waiting: dict[int, int] = {}
    names: dict[tuple[int, int], str] = {}
    for gap in sorted({each.gap for each in handed.paragraphs if not each.block}):
        for at in range(sum(not each.block and each.gap == gap for each in handed.paragraphs)):
            names[gap, at] = next(new)
    for each in handed.paragraphs:
        if each.block:
            yield each.block
        else:
            at = waiting.get(each.gap, 0)
            waiting[each.gap] = at + 1
            yield names[each.gap, at]


def _in_their_order(before: Text, after: Text, wanted: Mapping[str, Sequence[str]]) -> Text:
    """Return ``after`` with moves such that each has its blocks in the order that it wants, or had."""
    movers = {code for block in before.blocks for move in block.moves for code in move.holders}
    for code in sorted({*wanted, *movers}, key=(*after.delegations, CHAIR).index):
        order = wanted[code] if code in wanted else _ids(before, code)
        if _ids(after, code) != list(order):
            after = _reordered(after, code, order)
    return after


def _ids(text: Text, code: str) -> list[str]:
    """Return the ids of the blocks that a code has, in its order."""
    return [block.id for block in in_order(text, code) if project_block(block, code)]


def _reordered(text: Text, code: str, order: Sequence[str]) -> Text:
    """Return ``text`` with the fewest moves of ``code`` that give this order of its blocks."""
    index = {block.id: at for at, block in enumerate(text.blocks)}
    staying = _rising([index[each] for each in order])
    behind = {}
    for at, each in enumerate(order):
        if index[each] not in staying:
            behind[each] = order[at - 1] if at else ""
    ranked = (*text.delegations, CHAIR).index
    return replace(text, blocks=tuple(_with_move(block, code, behind.get(block.id), ranked) for block in text.blocks))


def _with_move(block: Block, code: str, after: str | None, rank: Callable[[str], int]) -> Block:
    holders = {move.after: set(move.holders) - {code} for move in block.moves}
    if after is not None:
        holders.setdefault(after, set()).add(code)
    kept = [Move(tuple(sorted(codes, key=rank)), place) for place, codes in holders.items() if codes]
    moves = tuple(sorted(kept, key=lambda move: rank(move.holders[0])))
    return block if moves == block.moves else replace(block, moves=moves)


def _rising(numbers: Sequence[int]) -> set[int]:
    """Return the longest rising part of ``numbers``, which are distinct."""
    ends: list[int] = []
    links: dict[int, int] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        if at:
            links[number] = ends[at - 1]
        ends[at:] = [number, *ends[at + 1 :]]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = links.get(last)
    return found


# Encodings, notes


def _with_envelopes(text: Text, handed: Sequence[Handed]) -> Text:
    known = dict(text.envelopes)
    envelopes, common = dict(known), known.get("", ())
    for each in handed:
        envelopes.pop(each.code, None)
        if each.envelope != common or known.get(each.code) == common:  # a member may hold the base's by its own act
            envelopes[each.code] = each.envelope
    order = ["", *text.delegations, CHAIR]
    return replace(text, envelopes=tuple(sorted(envelopes.items(), key=lambda each: order.index(each[0]))))


def _with_notes(text: Text, handed: Sequence[Handed]) -> Text:
    return replace(text, blocks=tuple(_noted(block, handed) for block in text.blocks))


def _noted(block: Block, handed: Sequence[Handed]) -> Block:
    notes = list(block.notes)
    for each in handed:
        if block.id in each.notes:
            notes = _with_own_notes(notes, each.code, each.notes[block.id])
    return block if tuple(notes) == block.notes else replace(block, notes=tuple(notes))


def _with_own_notes(notes: list[Note], code: str, own: Sequence[Note]) -> list[Note]:
    kept = [note for note in notes if note.holder != code or note in own]
    return [*kept, *(note for note in own if note not in kept)]
