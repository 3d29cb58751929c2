"""
One delegation's text as tracked changes against the base, to accept or reject.

A document is characters and paragraph breaks in a row, and each of them is common, put in or taken out. What was put
in, taken out, split, joined or moved is what the compiled text of the two says. A paragraph that is put in or taken out
brings the break before it along, as typing at the end of a paragraph does: the last mark of a Word document can be
neither put in nor taken out, and LibreOffice 7.4 loses a mark the other way. What stands before the first common
paragraph brings its own mark.

Source: ISO/IEC 29500-1, 17.13.5 (revisions); docs/reference/formats.md, "Tracked changes".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import count, takewhile

from accord.engine.text.compiling import compile_text
from accord.engine.text.composing import compose
from accord.engine.text.labels import is_heading
from accord.engine.text.model import Block, Text
from accord.engine.text.projecting import in_order, moved_behind, project_block, wording_of
from accord.formats.paper.clean import heads, paragraphs_of
from accord.formats.paper.rolling import note_words
from accord.formats.paper.values import Change, Comment, Paper, Paragraph, Run

Piece = tuple[str, str]
"""What was done ("", "del" or "ins") to which characters; BREAK inside them ends a paragraph."""

BREAK = "\n\n"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation or remark of the delegation on the paragraph that has this wording."""

    paragraph: str
    wording: str


@dataclass(frozen=True, slots=True)
class Row:
    """One or more paragraphs of the base and what the delegation has for them; "" where one of them has nothing."""

    old: str
    new: str
    pieces: tuple[Piece, ...]


def tracked_paper(
    base: str, wording: str, *, author: str, sample: bool, head: str, remarks: Sequence[Remark] = ()
) -> Paper:
    """Return a document that gives ``wording`` when all its changes are accepted and ``base`` when all are rejected."""
    laid, left = _Laid(author), list(remarks)
    for row in _between(_rows(_plain(base), _plain(wording), author)):
        laid.comments += _taken(left, row, author)
        for piece in row.pieces:
            laid.put(piece)
    laid.comments += [Comment(author, each.wording) for each in left]
    return Paper(tuple(_styled([*laid.paragraphs, laid.ended(None)])), heads(head, sample=sample))


def remarks_of(text: Text, code: str) -> tuple[Remark, ...]:
    """Return what a delegation says of the paragraphs of a text: its reservations and notes."""
    return tuple(
        Remark(project_block(block, code) or project_block(block, None), note_words(note))
        for block in text.blocks
        for note in block.notes
        if note.holder == code
    )


def _styled(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, headings as such where no change parts or joins them: so each keeps its own style."""
    joined = False
    for paragraph in paragraphs:
        settled = "".join(run.wording for run in paragraph.runs if run.change is None or run.change.kind == "ins")
        apart = not joined and not paragraph.mark
        yield replace(paragraph, style="Heading1") if apart and is_heading(Block("", (settled,))) else paragraph
        joined = paragraph.mark is not None


class _Laid:
    """Paragraphs as they are laid out, one piece after the other."""

    def __init__(self, author: str) -> None:
        self.author, self.numbers = author, count(1)
        self.paragraphs: list[Paragraph] = []
        self.runs: list[Run] = []
        self.comments: list[Comment] = []

    def put(self, piece: Piece) -> None:
        kind, characters = piece
        first, *others = characters.split(BREAK)
        self._run(kind, first)
        for other in others:
            self.paragraphs.append(self.ended(self._change(kind)))
            self._run(kind, other)

    def ended(self, mark: Change | None) -> Paragraph:
        paragraph = Paragraph(tuple(self.runs), mark=mark, comments=tuple(self.comments))
        self.runs, self.comments = [], []
        return paragraph

    def _run(self, kind: str, characters: str) -> None:
        if characters:
            self.runs.append(Run(characters, change=self._change(kind)))

    def _change(self, kind: str) -> Change | None:
        return Change(kind, self.author, next(self.numbers)) if kind else None


def _plain(wording: str) -> str:
    """Return the document of these paragraphs such that nothing of it is taken for its encoding."""
    plain = "".join(f"{each}\n\n" for each in paragraphs_of(wording))[:-1]
    return _BOM + plain if plain.startswith(_BOM) else plain


def _rows(base: str, wording: str, author: str) -> Iterator[Row]:
    """Yield the rows in the author's order; a moved block is taken out where the base has it, and put in elsewhere."""
    text = compile_text(base, {author: wording})
    moved = {block.id for block in text.blocks if moved_behind(block, author) is not None}
    waiting = iter(text.blocks)
    for block in in_order(text, author):
        if block.id in moved:
            new = project_block(block, author)
            yield Row("", new, (("ins", new),))
        else:
            yield from _taken_out(_before(block, waiting), moved)
            yield _row(block, author)
    yield from _taken_out(waiting, moved)


def _before(block: Block, waiting: Iterator[Block]) -> Iterator[Block]:
    """Yield what waits before a block; take that off as well."""
    return takewhile(lambda each: each is not block, waiting)


def _taken_out(blocks: Iterable[Block], moved: Set[str]) -> Iterator[Row]:
    for block in blocks:
        if block.id in moved:
            old = project_block(block, None)
            yield Row(old, "", (("del", old),))


def _row(block: Block, author: str) -> Row:
    old, new = project_block(block, None), project_block(block, author)
    pieces = tuple(_pieces(block, author))
    whole = _keeps_breaks(pieces, old, "ins") and _keeps_breaks(pieces, new, "del")
    return Row(old, new, pieces if whole else (("del", old), ("ins", new)))


def _keeps_breaks(pieces: Sequence[Piece], side: str, other: str) -> bool:
    """Whether every break of one side stands in one piece, and not in halves of two."""
    return side.count(BREAK) == sum(words.count(BREAK) for kind, words in pieces if kind != other)


def _pieces(block: Block, author: str) -> Iterator[Piece]:
    """Yield what stays, goes and comes; a paragraph that the author numbers anew shows its number changed."""
    old, new = project_block(block, None), project_block(block, author)
    for item in compose(old, {author: new}, (author,)) if block.numbers else block.inlines:
        if isinstance(item, str):
            yield "", item
        else:
            yield "del", wording_of((item,), None, {})
            yield "ins", wording_of((item,), author, {})


def _between(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the rows, each after the break that parts it from what the base, the version or both have before it."""
    old = new = False
    for row in rows:
        parts_old, parts_new = old and bool(row.old), new and bool(row.new)
        kind = "" if parts_old and parts_new else "del" if parts_old else "ins"
        yield Row("", "", ((kind, BREAK),) if parts_old or parts_new else ())
        yield row
        old, new = old or bool(row.old), new or bool(row.new)


def _taken(remarks: list[Remark], row: Row, author: str) -> list[Comment]:
    """Return the remarks on a row as comments, and take them off the list."""
    here = [each for each in remarks if row.pieces and each.paragraph in (row.old, row.new)]
    for each in here:
        remarks.remove(each)
    return [Comment(author, each.wording) for each in here]
