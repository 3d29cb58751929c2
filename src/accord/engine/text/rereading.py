"""
The rolling text as a delegation hands it in again, edited with brackets: what the delegation wants of it.

Only what its own code holds counts. Whatever else differs (others' wording and holders, statuses, others' notes) is
told with its place and left as it was. A bracket that is not canonical is wording. What has two readings is refused:
brackets that do not close, and one code at two alternatives of a choice.

Source: docs/reference/rounds.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from accord.engine.said import say
from accord.engine.text.aligning import pairs
from accord.engine.text.errors import DamagedVersion, NotationError
from accord.engine.text.findings import Finding
from accord.engine.text.handing import Handed, Paragraph, at_line
from accord.engine.text.model import Alternative, Block, Choice, Note, Text, choices_in, holders_in
from accord.engine.text.moving import moved
from accord.engine.text.notation import first_words, render, render_block, render_inlines
from accord.engine.text.parsing import parse, parse_edited
from accord.engine.text.projecting import held_twice, in_order, moved_behind, project_block, wording_of
from accord.engine.text.recomposing import Retained, retained
from accord.engine.text.splitting import undress
from accord.engine.text.unnamed import Edited, edited_in

_ROLLING = re.compile(r"\ufeff?%accord 1\r?\n%base[^\n]*\n%delegations")
_PARTING = re.compile(r"\n(?:[ \t]*\n)+")
_SPACE_AT_END = re.compile(r"[ \t]+(?=\n|\Z)")
_MARKS = re.compile(r"[\[\]\\]")
_BRACKET = re.compile(r"[\[\]]")
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_MOVE_MARK = re.compile(r" ?\[[A-Z][A-Z0-9, ]* move: [^\]\n]*\]")


def is_rolling(document: str) -> bool:
    """Whether a document is a rolling text in notation: it begins with the three lines that each of these has."""
    return bool(_ROLLING.match(document))


@dataclass(frozen=True, slots=True)
class Reread:
    """A rolling text read again: with the header of the base, the line of each block, and what was noticed."""

    text: Text
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]


def handed_rolling(text: Text, code: str, version: str | Text) -> Handed:
    """
    Return what ``code`` wants, having handed in the rolling text ``text``, edited.

    Args:
        version: the characters of the file, or the text that was read from it.

    Raises:
        DamagedVersion: a bracket of the file does not close, or ``code`` holds two alternatives of one choice.
    """
    sent = version if isinstance(version, Text) else _canonical(text, version)
    reread = Reread(sent, _lines(sent), ()) if sent else read_again(text, code, str(version))
    return _Reading(text, code, reread).handed()


def _canonical(base: Text, document: str) -> Text | None:
    """Return the text of a file under the header of the base and as the notation is printed; None for any other."""
    try:
        found = parse(document)
    except NotationError:
        return None
    if render(found) != document or not set(found.delegations) <= set(base.delegations):
        return None
    found = replace(found, delegations=base.delegations)
    return found if render(replace(found, blocks=())) == render(replace(base, blocks=())) else None


def _lines(text: Text) -> tuple[int, ...]:
    """Return the line on which each block stands in the text's notation."""
    at = render(text).partition("\n\n")[0].count("\n") + 3
    lines = []
    for block in text.blocks:
        lines.append(at)
        at += render_block(block).count("\n") + 2
    return tuple(lines)


def read_again(base: Text, code: str, document: str) -> Reread:
    """
    Return a rolling text that ``code`` has edited by hand, whatever stands in its brackets.

    Raises:
        DamagedVersion: a bracket has no other end in its paragraph.
    """
    plain, _ = undress(document)
    header, _, _ = plain.partition("\n\n")
    known = render(replace(base, blocks=())).rstrip("\n")
    findings = list(_of_header(header, known))
    blocks, lines = [], []
    for line, block in _blocks(plain, header.count("\n") + 3):
        mended, noticed = _mended(known, block, line, code)
        blocks.append(mended)
        lines.append(line)
        findings += noticed
    return Reread(_parsed(known, blocks, lines, findings), tuple(lines), tuple(findings))


def _parsed(known: str, blocks: Sequence[str], lines: Sequence[int], findings: list[Finding]) -> Text:
    """Return the text of these blocks; where its moves do not fit together, without them."""
    try:
        return parse_edited("\n\n".join([known, *blocks]) + "\n")
    except NotationError as error:
        message = say("The marks of moves do not fit together ({message}); they are not read.", message=error.message)
        line = lines[0] if lines else 1
        findings.append(at_line("C012", "warning", line, message, say("Move the paragraphs themselves.")))
        still = (_mended(known, _MOVE_MARK.sub("", block), 1, "")[0] for block in blocks)
        return parse_edited("\n\n".join([known, *still]) + "\n")


def _of_header(header: str, known: str) -> Iterator[Finding]:
    expected = known.split("\n")
    for number, line in enumerate(header.split("\n"), 1):
        name = line.partition(" ")[0]
        shorter = name == "%delegations" and any(each.startswith(line.rstrip()) for each in expected)
        if line.rstrip() not in expected and not shorter:
            message = say("The line {name!r} differs from that of the base; it is not taken.", name=name or line)
            yield at_line("C014", "warning", number, message, say("Who is in the roster, the secretariat says."))


def _blocks(plain: str, line: int) -> Iterator[tuple[int, str]]:
    """Yield the blocks behind the header with their lines; blank lines and spaces at ends of lines count nothing."""
    body = plain.partition("\n\n")[2]
    at = 0
    for found in [*_PARTING.finditer(body), None]:
        end = found.start() if found else len(body)
        block = _SPACE_AT_END.sub("", body[at:end].strip("\n"))
        if block:
            yield line + body.count("\n", 0, at) + (1 if body[at:end].startswith("\n") else 0), block
        at = found.end() if found else end


def _mended(header: str, block: str, line: int, code: str) -> tuple[str, list[Finding]]:
    """
    Return one block with every bracket that is not canonical escaped, and a finding for each.

    Raises:
        DamagedVersion: a bracket has no other end.
    """
    findings: list[Finding] = []
    first = header.count("\n") + 3
    for _ in range(block.count("[") + block.count("]") + block.count("\\") + 1):
        try:
            parse_edited(f"{header}\n\n{block}\n")
            return block, findings
        except NotationError as error:
            if not findings:
                _require_balance(block, line, code)
            at = _offset(block, error.line - first, error.column)
            if at is None:
                break
            where = line + block.count("\n", 0, at)
            message = say(
                "“{block}” is read as wording of {code}: {message}.",
                block=block[at : at + 24],
                code=code,
                message=error.message,
            )
            findings.append(Finding("C012", "warning", where, at - block.rfind("\n", 0, at), 0, message))
            block = f"{block[:at]}\\{block[at:]}"
    message = say("The brackets of this paragraph cannot be read; it is wording of {code}.", code=code)
    return _MARKS.sub(r"\\\g<0>", block), [at_line("C012", "warning", line, message)]


def _require_balance(block: str, line: int, code: str) -> None:
    """Refuse brackets without another end. Which of them is at fault, only who wrote them can say."""
    plain = _ESCAPE.sub("  ", block)
    opened: list[int] = []
    for found in _BRACKET.finditer(plain):
        if found.group() == "[":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            raise _unbalanced(block, found.start(), line, code)
    if opened:
        raise _unbalanced(block, opened[0], line, code)


def _unbalanced(block: str, at: int, line: int, code: str) -> DamagedVersion:
    what = say("is not closed in its paragraph") if block[at] == "[" else say("closes nothing")
    fix = say("Mend it; a bracket that is wording has a backslash before it")
    message = say("“{block}”: this bracket {what}. {fix}", block=block[at : at + 24], what=what, fix=fix)
    return DamagedVersion(code, message, line + block.count("\n", 0, at), at - block.rfind("\n", 0, at))


def _offset(block: str, line: int, column: int) -> int | None:
    """Return where the mark stands that the notation refused; None where it refused something else."""
    lines = block.split("\n")
    if not 0 <= line < len(lines):
        return None
    at = sum(len(each) + 1 for each in lines[:line]) + column - 1
    for candidate in (at, at - 1):
        if 0 <= candidate < len(block) and block[candidate] in "[]\\":
            return candidate
    return None


@dataclass(slots=True)
class _Reading:
    """Compares a rolling text with what a delegation made of it, block by block."""

    base: Text
    code: str
    reread: Reread
    findings: list[Finding] = field(default_factory=list)
    pair: dict[int, int] = field(default_factory=dict)

    def handed(self) -> Handed:
        self.pair = self._paired()
        mine = self.reread.text.blocks
        standing = {place: at for at, place in self.pair.items()}
        own = {at: self._own(at) for at in range(len(mine))}
        self._missing(standing)
        order = in_order(self._with_known_moves(), self.code)
        index = {block.id: at for at, block in enumerate(mine)}
        sequence = [index[block.id] for block in order]
        paragraphs = tuple(self._paragraph(at, own[at]) for at in sequence if own[at])
        envelope = dict(self.base.envelopes).get(self.code, dict(self.base.envelopes).get("", ()))
        keeping = {self.base.blocks[i].id: self._keeping(i, at) for at, i in self.pair.items()}
        notes = {self.base.blocks[i].id: self._notes(at) for at, i in self.pair.items()}
        found = sorted((*self.reread.findings, *self.findings), key=lambda each: (each.line, each.code))
        return Handed(self.code, paragraphs, envelope, keeping, notes, tuple(found))

    def _paired(self) -> dict[int, int]:
        """Return the number of its block → that of the block of the base that it stands for."""
        old = [render_block(block) for block in self.base.blocks]
        new = [render_block(block) for block in self.reread.text.blocks]
        found = {j: i for i, j in pairs(old, new) if i is not None and j is not None}
        gone = [i for i in range(len(old)) if i not in set(found.values())]
        put = {j: [new[j]] for j in range(len(new)) if j not in found}
        # gaps are told apart from places by a shift: a paragraph that is next to its old place was not moved
        for each in moved(old, gone, {-1 - j: wording for j, wording in put.items()}) if gone and put else ():
            found[-1 - each.gap] = each.place
        return found

    def _paragraph(self, at: int, wording: str) -> Paragraph:
        if at in self.pair:
            return Paragraph(self.base.blocks[self.pair[at]].id, wording, 0, self.reread.lines[at])
        before = [self.pair[each] + 1 for each in range(at) if each in self.pair]
        return Paragraph("", wording, before[-1] if before else 0, self.reread.lines[at])

    # What the delegation's own code says

    def _own(self, at: int) -> str:
        """Return what the delegation wants one of its blocks to say."""
        block = self.reread.text.blocks[at]
        for each in held_twice(block, self.code):
            raise DamagedVersion(self.code, str(each), self.reread.lines[at])
        old = self.base.blocks[self.pair[at]] if at in self.pair else Block("", ())
        base = project_block(old, None)
        known = Counter(render_inlines((each.choice,)) for each in choices_in(old))
        picks = {each.choice.id: self._pick(block, each.choice, old, known, at) for each in choices_in(block)}
        taken = {name: pick for name, pick in picks.items() if pick is not None}
        wording = project_block(block, self.code, {**self._enclosing(block), **taken})
        self._compare_others(at, old, block)
        if at in self.pair and base != project_block(block, None) and wording != project_block(old, self.code):
            message = say(
                "Common wording was changed without a bracket; it is read as what {code} proposes.", code=self.code
            )
            self.findings.append(at_line("C015", "info", self.reread.lines[at], message))
        return wording

    def _pick(self, block: Block, choice: Choice, old: Block, known: Counter[str], at: int) -> int | None:
        """Return which alternative of a new choice without codes is the delegation's, None where it is another case."""
        printed = render_inlines((choice,))
        if known[printed] > 0:
            known[printed] -= 1
            return None
        if self.code in choice.holders:
            return None
        edited = edited_in(old, choice)
        if edited is not None and len(edited.new) < 2:
            return self._of_nobody(choice, edited, at)
        nameless = [index for index, each in enumerate(choice.alternatives) if not each.holders]
        if len(nameless) < 2:
            return None
        if len(nameless) > 2:
            message = say(
                "None of the alternatives has a code, so none is {code}'s: “{printed}”.",
                code=self.code,
                printed=printed[:60],
            )
            self.findings.append(
                at_line(
                    "C016",
                    "warning",
                    self.reread.lines[at],
                    message,
                    say("Write {code}: before its own.", code=self.code),
                )
            )
            return nameless[0]
        return self._newer(block, choice, project_block(old, None), nameless, at)

    def _enclosing(self, block: Block) -> dict[str, int]:
        """Return which alternatives the delegation takes by standing inside them, where it holds no other beside."""
        standings = {each.choice.id: each for each in choices_in(block)}
        own = [each for each in standings.values() if self.code in each.choice.holders]
        steps = dict(step for each in own for step in each.path if step[1])
        return {name: index for name, index in steps.items() if self.code not in standings[name].choice.holders}

    def _newer(self, block: Block, choice: Choice, base: str, nameless: Sequence[int], at: int) -> int:
        """Of two alternatives without a code, the one that the base does not have is the delegation's."""
        far = [Indel.distance(project_block(block, None, {choice.id: index}), base) for index in nameless]
        return self._read_as_own(choice, nameless[0] if far[0] > far[1] else nameless[1], at)

    def _read_as_own(self, choice: Choice, index: int, at: int) -> int:
        wording = wording_of(choice.alternatives[index].inlines, None, {}).strip()
        message = say(
            "A bracket without a code is read as what {code} wants: “{wording}”.",
            code=self.code,
            wording=first_words(wording) or "no text",
        )
        self.findings.append(at_line("C013", "info", self.reread.lines[at], message))
        return index

    def _of_nobody(self, choice: Choice, edited: Edited, at: int) -> int | None:
        """Of a choice in which nobody is named for some wording, what is new is the delegation's; the rest stands."""
        if edited.new:
            own = not choice.alternatives[edited.new[0]].holders
            return self._read_as_own(choice, edited.new[0], at) if own else None
        if edited.missing:
            message = say("An alternative that nobody is named for is missing here; it stays.")
            fix = say("To hold another one, write {code}: before it.", code=self.code)
            self.findings.append(at_line("C011", "warning", self.reread.lines[at], message, fix))
        return None

    def _keeping(self, place: int, at: int) -> list[Retained]:
        """Return where the delegation holds the base by its own act, in offsets of the base."""
        old, new = self.base.blocks[place], self.reread.text.blocks[at]
        shift = _shifts(project_block(new, None), project_block(old, None))
        kept = (each for each in retained(new) if self.code in each.codes)
        return [Retained(shift(each.start), shift(each.end), frozenset({self.code})) for each in kept]

    def _notes(self, at: int) -> tuple[Note, ...]:
        return tuple(note for note in self.reread.text.blocks[at].notes if note.holder == self.code)

    def _with_known_moves(self) -> Text:
        """Return its text with a move that stands in the base too naming what it names there."""
        ids = {self.base.blocks[i].id: self.reread.text.blocks[at].id for at, i in self.pair.items()}
        numbers = {f"b{number}": block.id for number, block in enumerate(self.base.blocks, 1)}
        mine = enumerate(self.reread.text.blocks)
        blocks = tuple(self._moved_as_before(at, block, ids, numbers) for at, block in mine)
        return replace(self.reread.text, blocks=blocks)

    def _moved_as_before(self, at: int, block: Block, ids: Mapping[str, str], numbers: Mapping[str, str]) -> Block:
        old = self.base.blocks[self.pair[at]] if at in self.pair else None
        after, known = moved_behind(block, self.code), moved_behind(old, self.code) if old else None
        if not after or not known or numbers.get(after) != known or known not in ids:
            return block
        moves = tuple(replace(move, after=ids[known]) if self.code in move.holders else move for move in block.moves)
        return replace(block, moves=moves)

    # What it may not say

    def _missing(self, standing: Mapping[int, int]) -> None:
        """Tell of blocks that are not in its text and in which others hold something."""
        for place, block in enumerate(self.base.blocks):
            others = holders_in(block) - {self.code}
            if place not in standing and others:
                before = [at for at, i in self.pair.items() if i < place]
                line = self.reread.lines[max(before)] if before else 1
                name = first_words(project_block(block, None) or project_block(block, min(others)))
                message = say(
                    "“{name} …” is missing here; what {others} hold there stays.",
                    name=name,
                    others=", ".join(sorted(others)),
                )
                self.findings.append(at_line("C011", "warning", line, message))

    def _compare_others(self, at: int, old: Block, new: Block) -> None:
        line = self.reread.lines[at]
        before, after = _held(old), _held(new)
        for code in sorted({*before, *after} - {self.code}):
            if before.get(code, Counter()) != after.get(code, Counter()):
                message = say("The file changes what {code} holds in this paragraph; that is not taken up.", code=code)
                fix = say(
                    "Only {code} can change it. A wording of your own stands as [{own}: …].",
                    code=code,
                    own=self.code,
                )
                self.findings.append(at_line("C011", "warning", line, message, fix))
        notes = [{note for note in each.notes if note.holder != self.code} for each in (old, new)]
        if old.id and (old.status != new.status or notes[0] != notes[1]):
            message = say("The status of this paragraph, or another's note, was changed; that is not taken up.")
            self.findings.append(at_line("C014", "warning", line, message))


def _held(block: Block) -> dict[str, Counter[str]]:
    """Return code → the wordings that it holds in this block, and where it stands at the base's ("")."""
    found: dict[str, Counter[str]] = {}
    for standing in (each for each in choices_in(block) if each.of_base):
        for index, each in enumerate(standing.choice.alternatives):
            for code in each.holders:
                wording = wording_of(each.inlines, code, {}).strip() if index else ""
                if index or not _stands_inside(each, code):
                    found.setdefault(code, Counter())[f"{bool(index)}{wording}"] += 1
    for move in block.moves:
        for code in move.holders:
            found.setdefault(code, Counter())["moved"] += 1
    return found


def _stands_inside(alternative: Alternative, code: str) -> bool:
    return code in holders_in(Block("", alternative.inlines))


def _shifts(new: str, old: str) -> Callable[[int], int]:
    """Return a function that gives for an offset in ``new`` the one in ``old``."""
    if new == old:
        return lambda offset: offset
    codes = list(Indel.opcodes(new, old))

    def shift(offset: int) -> int:
        for op in codes:
            if op.src_start <= offset <= op.src_end:
                return op.dest_start + min(offset - op.src_start, op.dest_end - op.dest_start)
        return len(old)

    return shift
