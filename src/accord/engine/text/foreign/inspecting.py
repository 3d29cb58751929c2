"""
Inspect any bracketed text: read what others wrote, report what was found, never reject it.

Source: docs/reference/inspect.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign import noticing
from accord.engine.text.foreign.joining import Choice, choice_of, runs
from accord.engine.text.foreign.labels import Label, labels_in
from accord.engine.text.foreign.roles import References, Role, references_of, roles
from accord.engine.text.foreign.roster import Roster, roster_of_header
from accord.engine.text.foreign.tree import Bracket, Tree, plant, walk
from accord.engine.text.wording import findings_in


@dataclass(frozen=True, slots=True)
class Inspection:
    """
    What was found in a text.

    Attributes:
        tree: the text in leaves that tile it; :func:`~accord.engine.text.foreign.tree.emit` gives it back.
        choices: every place in dispute, in reading order of rows (an outer choice before those inside it).
        placeholders: offsets of the brackets that only hold a place.
        labels: of preambular and operative paragraphs, and those with bis or alt.
        attributions: how often each code holds or speaks to an alternative.
        findings: in order of place.
    """

    tree: Tree = field(repr=False)
    choices: tuple[Choice, ...] = field(repr=False)
    placeholders: tuple[int, ...]
    labels: tuple[Label, ...]
    attributions: Mapping[str, int]
    findings: tuple[Finding, ...]

    @property
    def brackets(self) -> int:
        """How many "[" the text has, of every kind."""
        return self.tree.text.count("[")

    @property
    def unclosed(self) -> int:
        """How many "[" are never closed, those that are wording in our own notation among them."""
        return len(self.tree.unclosed) + sum(self.tree.text[offset] == "[" for offset in self.tree.literals)

    @property
    def stray(self) -> int:
        """How many "]" close nothing; ``unclosed - stray`` is the number of "[" less that of "]"."""
        return len(self.tree.stray) + sum(self.tree.text[offset] == "]" for offset in self.tree.literals)

    def summary(self) -> dict[str, object]:
        """Return the document that ``accord inspect --json`` prints."""
        return {
            "brackets": self.brackets,
            "choices": len(self.choices),
            "alternatives": sum(len(choice.alternatives) for choice in self.choices),
            "placeholders": len(self.placeholders),
            "depth": self.tree.depth,
            "delegations": dict(self.attributions),
            "unclosed": self.unclosed,
            "stray": self.stray,
            "findings": [asdict(finding) for finding in self.findings],
        }


def inspect(text: str, roster: Roster | None = None) -> Inspection:
    """
    Return what is found in ``text``, in time linear in its length.

    Args:
        text: any text; it is taken as it is, also where its brackets do not balance.
        roster: the meeting's table of delegations, aliases and groups. Without one, only canonical holders count
            (``[XAA, XBB: …]``). A text in our own notation carries its own.

    Returns:
        The inspection. Whatever the text holds, this call raises nothing on its account.
    """
    tree = plant(text)
    table = roster or (roster_of_header(text) if tree.canonical else None)
    reader = _Reader(tree, table, Lines(text), references_of(text), noticing.paragraph_ends(text))
    for row in walk(tree.brackets):
        reader.read(row)
    return reader.inspection()


@dataclass(slots=True)
class _Reader:
    """Reads the brackets row by row and collects what they say."""

    tree: Tree
    roster: Roster | None
    lines: Lines
    references: References
    ends: list[int]
    choices: list[Choice] = field(default_factory=list)
    small: dict[str, list[int]] = field(default_factory=lambda: {"placeholder": [], "note": [], "remark": []})
    findings: list[Finding] = field(default_factory=list)

    def read(self, row: tuple[Bracket, ...]) -> None:
        judged = list(zip(row, roles(self.tree, row, self.references), strict=True))
        for bracket, role in judged:
            if role in self.small:
                self.small[role].append(bracket.start)
        self.join(judged)
        self.findings.extend(noticing.wide(self.tree, row, self.lines, self.ends))

    def join(self, judged: list[tuple[Bracket, Role]]) -> None:
        numbers = {bracket.start for bracket, role in judged if role == "number"}
        joined, doubts = runs(self.tree, [bracket for bracket, role in judged if role in ("alternative", "number")])
        for run in joined:
            if len(run.brackets) == 1 and run.brackets[0].start in numbers:
                self.small["placeholder"].append(run.brackets[0].start)
            else:
                self.choices.append(choice_of(self.tree, run, self.roster))
        self.findings.extend(noticing.doubtful_neighbours(doubts, self.lines))

    def inspection(self) -> Inspection:
        labels = tuple(labels_in(self.tree.text))
        found = sorted([*self.findings, *self.notices(labels)], key=lambda finding: (finding.offset, finding.code))
        counts = Counter(code for choice in self.choices for each in choice.alternatives for code in each.holders)
        placeholders = tuple(sorted(self.small["placeholder"]))
        return Inspection(
            self.tree, tuple(self.choices), placeholders, labels, dict(sorted(counts.items())), tuple(found)
        )

    def notices(self, labels: tuple[Label, ...]) -> Iterator[Finding]:
        text, lines = self.tree.text, self.lines
        yield from findings_in(text)
        yield from noticing.unpaired(self.tree, lines, self.ends)
        yield from noticing.unknown_holders(self.choices, lines, self.roster)
        for role, offsets in self.small.items():
            yield from noticing.small_brackets(self.tree, role, offsets, lines)
        yield from noticing.numbered_labels(labels, text, lines)
        yield from noticing.marks_of_others(text, lines)
        yield from noticing.glued_words(text, lines)
