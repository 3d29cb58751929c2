"""
A rolling text read back from its Word or OpenDocument file, as it stands there now: the notation that it says.

Styles tell brackets that are marks from brackets that are wording. Brackets that somebody has typed are marks where
codes and a colon stand in them, as in the notation; all others are wording. Codes outside the roster are told, since
only who reads a file for somebody can say whether one of them is theirs. What only stands around the
text (title, legend, labels, the table of delegations) is left out.

Source: docs/how-to/word.md, "The rolling text, edited by hand".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from accord.engine.text.errors import NotationError
from accord.engine.text.model import CHAIR, Block, Text
from accord.engine.text.notation import CODE, HOLDERS, PART, first_words, render
from accord.engine.text.parsing import parse
from accord.engine.text.projecting import leading
from accord.formats.showing import PARAGRAPH, STANCES
from accord.formats.values import Rolling

Runs = Sequence[tuple[str, str]]
"""Pairs of look and wording (accord.formats.paper.roles)."""

_MARKS = frozenset({"opening", "bracket"})
_WORDING = frozenset({"first", "other", "letter"})
_AROUND = frozenset({"title", "sample", "legend", "annex", "table", "note"})
_ESCAPED = {"[": "\\[", "]": "\\]", "\\": "\\\\", "\n": "\\n"}
_HOLDERS = re.compile(rf"({CODE}(?:,\s*{CODE})*):[ \u00a0]?")
MOST_STRANGERS = 200
"""Codes outside the roster in one file."""
_LONGEST_QUOTE = 80
_UNKNOWN = "is not among the delegations that the legend names"
_ROSTER = re.compile(rf"Delegations: ({HOLDERS})\.")
_GROUPS = re.compile(r"Groups: (.*)\.")
_GROUP = re.compile(rf"(.+?)(?: \(({HOLDERS})\))?")
_BASE = re.compile(rf"The base is by ({HOLDERS})\.")
_STATUS = re.compile(rf" ?\[(agreed ad referendum|reopened)(?: in ([^;\]]+))?(?:; pending ({HOLDERS}))?\]")
_MOVE = re.compile(rf" ?\[({HOLDERS}): this paragraph (?:after “([^”]*)”|at the beginning)\]")
_NUMBER = re.compile(rf" ?\[({HOLDERS}): numbered ([^\]]*)\]")
_NOTE = re.compile(rf"({HOLDERS}) ({'|'.join(map(re.escape, STANCES.values()))}): (.*)", re.DOTALL)
_KINDS = {said: kind for kind, said in STANCES.items()}


class _Fault(Exception):
    """What cannot be read, with the first words of its paragraph."""


def rolling_of(paragraphs: Sequence[tuple[str, Runs]]) -> Rolling | None:
    """
    Return the rolling text that paragraphs say; None where there are none.

    Args:
        paragraphs: pairs of the role of a paragraph's style and its runs.
    """
    if not paragraphs:
        return None
    header = _header(paragraphs)
    try:
        strangers: dict[str, str] = {}
        blocks = _blocks(paragraphs, header, strangers)
        known = replace(header, delegations=(*header.delegations, *strangers))
        unknown = next((f"in “{said}” {code} {_UNKNOWN}" for code, said in strangers.items()), "")
        return Rolling(_canonical(header, known, blocks), unknown=unknown)
    except _Fault as fault:
        return Rolling("", str(fault))


def _header(paragraphs: Sequence[tuple[str, Runs]]) -> Text:
    """Return what the legend says of the text: roster, groups, base; and whether it is a sample."""
    legend = [_plain(runs) for role, runs in paragraphs if role == "legend"]
    roster = _first(_ROSTER, legend)
    base, groups = _first(_BASE, legend), _first(_GROUPS, legend)
    members = (_GROUP.fullmatch(each) for each in groups.split("; "))
    return Text(
        (),
        delegations=tuple(roster.split(", ")) if roster else (),
        base=base,
        groups=tuple((each[1], tuple(each[2].split(", ")) if each[2] else ()) for each in members if each),
        sample=any(role == "sample" for role, _ in paragraphs),
    )


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((found[1] for line in lines if (found := pattern.match(line))), "")


def _plain(runs: Runs) -> str:
    return "".join(wording for _, wording in runs)


@dataclass(slots=True)
class _Read:
    """One block as it was read: its notation without marks, its marks, and by what moves behind it know it."""

    body: str
    status: str
    moves: list[tuple[str, str | None]]
    numbers: str
    notes: list[str] = field(default_factory=list)
    known: str = ""


def _blocks(paragraphs: Sequence[tuple[str, Runs]], header: Text, strangers: dict[str, str]) -> list[_Read]:
    """Return what the paragraphs say; each code outside the roster is put down with the wording where it stands."""
    codes = {*header.delegations, header.base, CHAIR}
    blocks: list[_Read] = []
    for role, runs in paragraphs:
        if role == "note" and blocks:
            blocks[-1].notes.append(_note(_plain(runs)))
        elif role not in _AROUND:
            blocks.append(_block(runs, codes, header, strangers))
    return blocks


def _block(runs: Runs, codes: set[str], header: Text, strangers: dict[str, str]) -> _Read:
    marks = "".join(wording for look, wording in runs if look in {"status", "reopened"})
    wording = [(look, words) for look, words in runs if look not in {"status", "reopened", "label"}]
    if any(look == "label" for look, _ in runs) and wording:
        wording[0] = (wording[0][0], wording[0][1].removeprefix("\u2002"))
    written = _Body(codes)
    body = written.written(wording)
    said = _start(_plain(wording)) if written.strangers else ""
    for code in written.strangers:
        strangers.setdefault(code, said)
    if len(strangers) > MOST_STRANGERS:
        raise _Fault(f"more than {MOST_STRANGERS} codes in its brackets are not among those that the legend names")
    known = replace(header, delegations=(*header.delegations, *written.strangers))
    read = _parsed(known, body, _plain(wording))
    found = _STATUS.search(marks)
    moves = [(each[1], each[2]) for each in _MOVE.finditer(marks)]
    numbers = "".join(f" [{each[1]} number: {each[2].replace(', ', '; ')}]" for each in _NUMBER.finditer(marks))
    return _Read(body, _status(found) if found else "", moves, numbers, known=first_words(leading(read)))


def _parsed(header: Text, body: str, wording: str) -> Block:
    try:
        return parse(f"{render(header).rstrip()}\n\n{body}\n").blocks[0]
    except NotationError as error:
        raise _Fault(f"in “{_start(wording)}” {_plainly(error)}") from None


def _plainly(error: NotationError) -> str:
    """Return what is wrong, without the words that only the notation has."""
    return error.message.split(";")[0].replace("%delegations", "delegations that the legend names")


def _start(wording: str) -> str:
    line = " ".join(wording.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def _status(found: re.Match[str]) -> str:
    state = "agreed ad ref" if found[1] != "reopened" else "reopened"
    forum = f" in {found[2]}" if found[2] else ""
    return f" [{state}{forum}{f'; pending {found[3]}' if found[3] else ''}]"


def _note(said: str) -> str:
    found = _NOTE.match(said)
    if not found:
        raise _Fault(f"the note “{_start(said)}” does not say whose it is, and whether it reserves or notes")
    return f" [{found[1]} {_KINDS[found[2]]}: {''.join(_ESCAPED.get(char, char) for char in found[3])}]"


def _canonical(header: Text, known: Text, blocks: Sequence[_Read]) -> str:
    """Return the notation of the text, as it is printed; ``known`` is its header with every code that stands in it."""
    lines = [
        f"{block.body}{block.status}{_moves(block, blocks)}{block.numbers}{''.join(block.notes)}" for block in blocks
    ]
    head = render(known).rstrip()
    try:
        read = parse("\n\n".join([head, *lines]) + "\n")
        return render(replace(read, delegations=header.delegations))
    except NotationError as error:
        at = _at(head, lines, error.line)
        raise _Fault(f"in “{blocks[at].known}” {_plainly(error)}" if blocks else _plainly(error)) from None


def _at(head: str, lines: Sequence[str], line: int) -> int:
    """Return the number of the block in which a line of the notation is."""
    start = head.count("\n") + 3
    for at, each in enumerate(lines):
        start += each.count("\n") + 2
        if line < start:
            return at
    return len(lines) - 1


def _moves(block: _Read, blocks: Sequence[_Read]) -> str:
    return "".join(f" [{holders} move: {_place(block, behind, blocks)}]" for holders, behind in block.moves)


def _place(block: _Read, behind: str | None, blocks: Sequence[_Read]) -> str:
    if behind is None:
        return "to the beginning"
    found = [number for number, each in enumerate(blocks, 1) if each.known == behind and each is not block]
    if len(found) != 1:
        count = "no paragraph begins" if not found else f"{len(found)} paragraphs begin"
        raise _Fault(f"{count} with “{behind}”, behind which somebody wants “{block.known}”")
    return f"after b{found[0]}"


@dataclass(slots=True)
class _Body:
    """Writes the wording and brackets of one block as notation, from left to right."""

    codes: set[str]
    looks: list[str] = field(default_factory=list)
    chars: str = ""
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    strangers: dict[str, None] = field(default_factory=dict)

    def written(self, runs: Runs) -> str:
        self.looks = [look for look, words in runs for _ in words]
        self.chars = _plain(runs)
        at = 0
        while at < len(self.chars):
            at = self._step(at)
        body = "".join(self.out)
        return f"\\{body}" if body.startswith("%") else body

    def _step(self, at: int) -> int:
        """Write what begins at a place; return the place behind it."""
        look, char = self.looks[at], self.chars[at]
        if char == "[":
            return self._opened(at)
        if char == "]":
            return self._closed(at)
        if look == "mark" and char == PARAGRAPH:
            self.out.append("\\p")
            return at + 2 if self.chars[at + 1 : at + 2] == "\n" else at + 1
        self.out.append("\\s" if look == "kept" and char == " " else _ESCAPED.get(char, char))
        return at + 1

    def _opened(self, at: int) -> int:
        """Write an opening bracket: a mark by its style or by the codes in it, or else a character."""
        look = self.looks[at]
        holders = "" if look == "letter" else self._holders(at + 1)
        if look not in _MARKS and not holders:
            self.open.append("")
            self.out.append("\\[")
            return at + 1
        self.strangers |= dict.fromkeys(code for code in holders.split(", ") if code and code not in self.codes)
        self.open.append("styled" if look in _MARKS else "typed")
        self.out += [PART if look == "opening" else "", "[", holders and f"{holders}: "]
        at += 1 + self._length(at + 1, holders)
        if self._look(at) in _WORDING:
            self.out.append(PART)  # such wording is none of a mark, whatever it reads like
        return at

    def _closed(self, at: int) -> int:
        """Write a closing bracket: a mark by its style, or where it closes one that was typed as a mark."""
        styled = self.looks[at] in _MARKS
        opened = self.open[-1] if self.open else ""
        mark = styled or opened == "typed"
        while styled and self.open and not self.open[-1]:
            self.open.pop()  # wording has a bracket open that this one does not close
        if self.open and (mark or not opened):
            self.open.pop()
        self.out.append("]" if mark else "\\]")
        return at + 1

    def _holders(self, at: int) -> str:
        """Return the codes that stand here before a colon, as the notation has them; "" for none."""
        found = None if self._look(at) in _WORDING else _HOLDERS.match(self.chars, at)
        return ", ".join(re.split(r",\s*", found[1])) if found else ""

    def _length(self, at: int, holders: str) -> int:
        """Return how many characters the codes take, with their colon and space."""
        found = _HOLDERS.match(self.chars, at) if holders else None
        return found.end() - at if found else 0

    def _look(self, at: int) -> str:
        return self.looks[at] if at < len(self.looks) else ""
