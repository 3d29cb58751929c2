"""
The canonical notation read back. Foreign bracketed texts are for :mod:`accord.engine.text.foreign`, which never fails;
this parser accepts what :func:`accord.engine.text.notation.render` writes and says where something else begins.

Source: docs/reference/notation.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from accord.engine.said import say
from accord.engine.text.compiling import numbered
from accord.engine.text.errors import NotationError
from accord.engine.text.model import (
    CHAIR,
    Alternative,
    Block,
    Choice,
    Inline,
    Move,
    Note,
    Numbering,
    Status,
    Text,
    joined,
)
from accord.engine.text.notation import CODE, HOLDERS, MOVE, NO_TEXT, NUMBER, STANCE, STATUS, VERSION_LINE
from accord.engine.text.projecting import held_twice, moved_behind
from accord.engine.text.spacing import STAYS, inside
from accord.engine.text.splitting import BREAK, EXACT

DEEPEST = 100
"""Brackets inside one another; the deepest that is known of a real text is 10."""

_HOLDERS = re.compile(rf"({HOLDERS}): ")
_STATUS = re.compile(rf"\[{STATUS}\]")
_STANCE = re.compile(rf"\[{STANCE}")
_NUMBER = re.compile(rf"\[{NUMBER}\]")
_MOVE = re.compile(rf"\[{MOVE}\]")
_PLAIN = re.compile(r"[^\\\[\]]+")
_CODES = re.compile(rf"{CODE}(?:, {CODE})*|")
_MEANING = {"[": "[", "]": "]", "\\": "\\", "%": "%", "r": "\r", "n": "\n", "p": BREAK, "s": STAYS, "z": EXACT, "|": ""}
_MARKS = {"bom", "crlf", "nfd", "plain"}


def parse(notation: str) -> Text:
    """
    Return the text that is written in canonical notation.

    Blocks get the ids b1, b2, … and choices their numbers in reading order.

    Raises:
        NotationError: with the line and column where the notation stops being one; so it does where one code stands at
            two alternatives of a choice.
    """
    text, lines = _read(notation)
    for block, line in zip(text.blocks, lines, strict=True):
        for each in held_twice(block):
            raise NotationError(str(each), line)
    return text


def parse_edited(notation: str) -> Text:
    """Return :func:`parse` of a file that people edit: what codes hold twice in it (:func:`held_twice`) is there."""
    return _read(notation)[0]


def _read(notation: str) -> tuple[Text, list[int]]:
    """Return the text of a notation, and the line of each block."""
    if notation.partition("\n")[0] != VERSION_LINE:
        raise NotationError(say('a rolling text in notation begins with the line "{line}"', line=VERSION_LINE))
    if not notation.endswith("\n"):
        raise NotationError(say("the last line end is missing"), notation.count("\n") + 1)
    header, *blocks = notation[:-1].split("\n\n")
    text = _header(header.split("\n"))
    line = header.count("\n") + 3
    read, lines = [], []
    for number, block in enumerate(blocks, 1):
        read.append(_Reader(block, text, line).block(f"b{number}"))
        lines.append(line)
        line += block.count("\n") + 2
    text = replace(text, blocks=tuple(read))
    _require_moves(text, lines)
    return numbered(text), lines


def _require_moves(text: Text, lines: list[int]) -> None:
    """Refuse a move behind no block, one in a circle, and two places for one block and delegation."""
    ids = {block.id for block in text.blocks} | {""}
    for block, line in zip(text.blocks, lines, strict=True):
        codes = [code for move in block.moves for code in move.holders]
        for move in block.moves:
            if move.after not in ids:
                raise NotationError(
                    say("the move goes after {after}, and there is no such paragraph", after=move.after), line
                )
        if len(codes) > len(set(codes)):
            raise NotationError(say("one delegation moves this paragraph to two places"), line)
    for code in {code for block in text.blocks for move in block.moves for code in move.holders}:
        _require_order(text, code, lines)


def _require_order(text: Text, code: str, lines: list[int]) -> None:
    behind = {block.id: after for block in text.blocks if (after := moved_behind(block, code)) is not None}
    settled: set[str] = set()
    for block, line in zip(text.blocks, lines, strict=True):
        at, passed = block.id, set[str]()
        while at in behind and at not in settled:
            if at in passed:
                raise NotationError(say("the moves of {code} go in a circle", code=code), line)
            passed.add(at)
            at = behind[at]
        settled |= passed


def _header(lines: list[str]) -> Text:
    text = Text(())
    for number, line in enumerate(lines[1:], 2):
        name, _, value = line.partition(" ")
        if name not in _FIELDS:
            raise NotationError(say("{name} is no header line", name=name or say("an empty line")), number)
        text = _FIELDS[name](text, value, number)
    return text


def _codes(value: str, number: int) -> tuple[str, ...]:
    if not _CODES.fullmatch(value):
        raise NotationError(say("codes are 2 to 12 capital letters or digits, parted by a comma and a space"), number)
    return tuple(value.split(", ")) if value else ()


def _groups(value: str, number: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = (entry.partition(" = ") for entry in value.split("; "))
    return tuple((name, _codes(members, number)) for name, _, members in pairs)


def _encoding(text: Text, value: str, number: int) -> Text:
    code, *marks = value.split(" ")
    if not set(marks) <= _MARKS or not marks:
        raise NotationError(say("{value!r} names no known difference of encoding", value=value), number)
    envelope = ("" if code == "base" else code, tuple(mark for mark in marks if mark != "plain"))
    return replace(text, envelopes=(*text.envelopes, envelope))


_FIELDS = {
    "%base": lambda text, value, _number: replace(text, base=value),
    "%delegations": lambda text, value, number: replace(text, delegations=_codes(value, number)),
    "%groups": lambda text, value, number: replace(text, groups=_groups(value, number)),
    "%sample": lambda text, _value, _number: replace(text, sample=True),
    "%language": lambda text, value, _number: replace(text, language=value),
    "%encoding": _encoding,
}


@dataclass(slots=True)
class _Reader:
    """Reads one block from left to right."""

    source: str
    text: Text
    line: int
    at: int = 0
    status: Status = field(default_factory=Status)
    notes: list[Note] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    numbers: list[Numbering] = field(default_factory=list)

    def block(self, block_id: str) -> Block:
        inlines = self.inlines(depth=0)
        if self.at < len(self.source):
            raise self.error(say('"]" closes nothing; wording has it as "\\]"'))
        block = Block(block_id, inside(inlines), self.status, tuple(self.notes), tuple(self.moves))
        return replace(block, numbers=tuple(self.numbers))

    def inlines(self, depth: int) -> tuple[Inline, ...]:
        out: list[Inline] = []
        while self.at < len(self.source) and self.source[self.at] != "]":
            if depth == 0 and self.marks():
                break
            out.append(self.choice(depth) if self.source[self.at] == "[" else self.wording(depth))
        return joined(*out)

    def wording(self, depth: int) -> str:
        if self.source[self.at] == "\\":
            return self.escape()
        found = _PLAIN.match(self.source, self.at)
        assert found is not None
        self.at = found.end()
        if depth == 0 and found.group().endswith(" ") and self.mark_at(self.at):
            return found.group()[:-1]
        return found.group()

    def escape(self) -> str:
        mark = self.source[self.at + 1 : self.at + 2]
        if mark not in _MEANING or not mark:
            raise self.error(say('"\\{mark}" is no escape; wording has a backslash as "\\\\"', mark=mark))
        self.at += 2
        return _MEANING[mark]

    def choice(self, depth: int) -> Choice:
        alternatives = [self.alternative(depth)]
        while not self.mark_at(self.at, depth) and (step := self.separator(depth)):
            self.at += step - 1
            alternatives.append(self.alternative(depth))
        return Choice("", _completed(alternatives))

    def separator(self, depth: int) -> int:
        """Return 1 or 2 where another alternative follows directly or after one space, else 0."""
        for step, head in ((1, "["), (2, " [")):
            if self.source.startswith(head, self.at):
                return 0 if self.mark_at(self.at + step - 1, depth) else step
        return 0

    def alternative(self, depth: int) -> Alternative:
        if depth >= DEEPEST:
            raise self.error(say("brackets stand more than {most} deep in one another", most=DEEPEST))
        start = self.at
        self.at += 1
        holders = self.holders()
        null = self.source.startswith(NO_TEXT + "]", self.at)
        self.at += len(NO_TEXT) if null else 0
        inlines = () if null else self.inlines(depth + 1)
        if self.at >= len(self.source):
            self.at = start
            raise self.error(say('"[" is not closed in this paragraph; wording has it as "\\["'))
        self.at += 1
        return Alternative(holders, inlines)

    def holders(self) -> tuple[str, ...]:
        found = _HOLDERS.match(self.source, self.at)
        if not found:
            return ()
        codes = self.known(found.group(1))
        self.at = found.end()
        return codes

    def known(self, holders: str) -> tuple[str, ...]:
        codes = tuple(holders.split(", "))
        unknown = [code for code in codes if code not in self.text.delegations and code not in (CHAIR, self.text.base)]
        if unknown:
            raise self.error(say("{unknown} is not among the %delegations", unknown=unknown[0]))
        return codes

    def mark_at(self, at: int, depth: int = 0) -> bool:
        return depth == 0 and any(mark.match(self.source, at) for mark in (_STATUS, _STANCE, _MOVE, _NUMBER))

    def marks(self) -> bool:
        """Read the status and the notes that close a block, and say whether there were any."""
        start = self.at
        self.at += self.source.startswith(" [", self.at) and self.mark_at(self.at + 1)
        while self.mark_at(self.at):
            self.mark()
            self.at += self.source.startswith(" [", self.at)
        return self.at > start

    def mark(self) -> None:
        status = _STATUS.match(self.source, self.at)
        if status:
            state = "agreed" if status.group(1) == "agreed ad ref" else "reopened"
            pending = tuple(status.group(3).split(", ")) if status.group(3) else ()
            self.status, self.at = Status(state, status.group(2) or "", pending), status.end()
            return
        move = _MOVE.match(self.source, self.at)
        if move:
            self.moves.append(Move(self.known(move.group(1)), f"b{move.group(2)}" if move.group(2) else ""))
            self.at = move.end()
            return
        number = _NUMBER.match(self.source, self.at)
        if number:
            self.numbers.append(Numbering(self.known(number.group(1)), tuple(number.group(2).split("; "))))
            self.at = number.end()
            return
        stance = _STANCE.match(self.source, self.at)
        assert stance is not None
        self.at = stance.end()
        wording = "".join(item for item in self.inlines(depth=1) if isinstance(item, str))
        self.notes.append(Note(stance.group(2), stance.group(1), wording.replace(STAYS, " ")))
        self.at += 1

    def error(self, message: str) -> NotationError:
        before = self.source[: self.at]
        return NotationError(message, self.line + before.count("\n"), self.at - before.rfind("\n"))


def _completed(alternatives: list[Alternative]) -> tuple[Alternative, ...]:
    """Add the "no text" that a lone bracket implies: before wording that somebody holds, behind wording of the base."""
    if len(alternatives) > 1:
        return tuple(alternatives)
    null = Alternative((), ())
    (only,) = alternatives
    return (null, only) if only.holders else (only, null)
