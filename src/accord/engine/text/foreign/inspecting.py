"""
Inspect any bracketed text: read what others wrote, report what was found, never reject it.

Source: docs/reference/inspect.md.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign import noticing, seams
from accord.engine.text.foreign.furniture import Furniture, furniture_in
from accord.engine.text.foreign.holders import would_name
from accord.engine.text.foreign.joining import Choice, Judged, choice_of, judge
from accord.engine.text.foreign.labels import Label, all_labels
from accord.engine.text.foreign.lazily import Lazy
from accord.engine.text.foreign.notebook import Notebook
from accord.engine.text.foreign.pairing import PLACE
from accord.engine.text.foreign.paragraphs import paragraph_ends
from accord.engine.text.foreign.positions import Position, positions_in
from accord.engine.text.foreign.profile import PLAIN, Profile
from accord.engine.text.foreign.roles import references_of, role_of
from accord.engine.text.foreign.roster import Roster, roster_of_header
from accord.engine.text.foreign.tree import Tree, plant
from accord.engine.text.wording import findings_in


@dataclass(frozen=True, slots=True)
class Inspection:
    """
    What was found in a text. Long sequences are made anew each time they are read.

    Attributes:
        tree: the text in leaves that tile it; :func:`~accord.engine.text.foreign.tree.emit` gives it back.
        choices: every place in dispute, in order of its start (an outer choice before those inside it).
        alternatives: how many alternatives the choices have in all.
        placeholders: offsets of the brackets that only hold a place.
        labels: of preambular and operative paragraphs, and those with bis or alt.
        positions: what delegations say beside the wording.
        furniture: what belongs to the page and is no part of the wording, in order.
        attributions: how often each code holds or speaks to an alternative, or states a position beside it.
        stances: the same by what each code says.
        findings: in order of place.
    """

    tree: Tree = field(repr=False)
    choices: Sequence[Choice] = field(repr=False)
    alternatives: int
    placeholders: Sequence[int]
    labels: Sequence[Label]
    positions: Sequence[Position] = field(repr=False)
    furniture: tuple[Furniture, ...] = field(repr=False)
    attributions: Mapping[str, int]
    stances: Mapping[str, Mapping[str, int]]
    findings: tuple[Finding, ...]

    @property
    def brackets(self) -> int:
        """How many "[" the text has, of every kind."""
        return sum(self.tree.text.count(mark) for mark, opens in self.tree.marks.items() if opens)

    @property
    def unclosed(self) -> int:
        """How many "[" are never closed, those that are wording in our own notation among them."""
        return len(self.tree.unclosed) + sum(self.tree.text[offset] == "[" for offset in self.tree.literals)

    @property
    def stray(self) -> int:
        """How many "]" close nothing; ``unclosed - stray`` is the number of "[" less that of "]"."""
        return len(self.tree.stray) + sum(self.tree.text[offset] == "]" for offset in self.tree.literals)

    def figures(self) -> dict[str, object]:
        """Return what :meth:`summary` does, but for the findings."""
        return {
            "brackets": self.brackets,
            "choices": len(self.choices),
            "alternatives": self.alternatives,
            "placeholders": len(self.placeholders),
            "depth": self.tree.depth,
            "delegations": dict(self.attributions),
            "stances": {code: dict(counts) for code, counts in self.stances.items()},
            "unclosed": self.unclosed,
            "stray": self.stray,
        }

    def summary(self) -> dict[str, object]:
        """Return the document that ``accord inspect --json`` prints."""
        return self.figures() | {"findings": [asdict(finding) for finding in self.findings]}


def inspect(text: str, roster: Roster | None = None, profile: Profile = PLAIN) -> Inspection:
    """
    Return what is found in ``text``, in time linear in its length and with a few bytes for each of its characters.

    Args:
        text: any text; it is taken as it is, also where its brackets do not balance.
        roster: the meeting's table of delegations, aliases and groups. Without one, only canonical holders count
            (``[XAA, XBB: …]``). A text in our own notation carries its own.
        profile: what marks mean that texts use in different ways.

    Returns:
        The inspection. Whatever the text holds, this call raises nothing on its account.
    """
    tree = plant(text, profile)
    table = roster or (roster_of_header(text) if tree.canonical else None)
    references = references_of(text)
    judged = judge(tree, lambda pair: role_of(tree, pair, references, table))
    return _Reader(judged, table, profile, Notebook(Lines(text))).inspection()


@dataclass(slots=True)
class _Reader:
    """Reads what was judged, counts, and notes what is worth a word."""

    judged: Judged
    roster: Roster | None
    profile: Profile
    notebook: Notebook
    spoken: Counter[tuple[str, str]] = field(default_factory=Counter)
    choices: int = 0
    alternatives: int = 0
    likely: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tails: set[int] = field(default_factory=set)
    """Where names in parentheses end a bracket: they are said of it, and not beside it."""
    looks_named: array[int] = field(default_factory=lambda: array(PLACE))

    def inspection(self) -> Inspection:
        tree, text = self.judged.tree, self.judged.tree.text
        furniture = [] if tree.canonical else furniture_in(text)
        for choice in self.choices_again():
            self.count(choice)
        positions = self.beside()
        labels = all_labels(text, self.profile)
        self.note(furniture, labels)
        noticing.nameless(self.looks_named, self.notebook)
        places = sum(1 for _ in self.places_again())
        codes = Counter(code for code, _ in self.spoken.elements())
        stances: dict[str, dict[str, int]] = {}
        for (code, stance), count in sorted(self.spoken.items()):
            stances.setdefault(code, {})[stance] = count
        return Inspection(
            tree,
            Lazy(self.choices_again, self.choices),
            self.alternatives,
            Lazy(self.places_again, places),
            labels,
            positions,
            tuple(furniture),
            dict(sorted(codes.items())),
            stances,
            self.notebook.in_order(),
        )

    def choices_again(self) -> Iterator[Choice]:
        """Yield the choices; a number alone is a placeholder."""
        for run in self.judged.runs():
            if len(run) > 1 or self.judged.role(run[0]) != "number":
                yield choice_of(self.judged, run, self.roster)

    def places_again(self) -> Iterator[int]:
        """Yield the offsets of placeholders, in order."""
        return self.judged.placeholders()

    def count(self, choice: Choice) -> None:
        self.choices += 1
        self.alternatives += len(choice.alternatives)
        for each in choice.alternatives:
            if each.holders:
                if self.judged.tree.text.startswith("(", each.end):
                    self.tails.add(each.end)
                self.spoken.update(zip(each.holders, each.stances, strict=True))
        first = choice.alternatives[0]
        if self.roster is None and not first.holders and would_name(self.judged.tree.text, first.start, first.end):
            self.looks_named.append(first.start)
        noticing.label(choice, self.judged.tree, self.notebook)
        if any(each.unknown or each.damaged for each in choice.alternatives):
            noticing.held(choice, self.judged.tree, self.notebook, self.like)

    def like(self, name: str) -> tuple[str, ...]:
        """Return the names of the table that ``name`` may have been meant for; each name is looked for once."""
        if name not in self.likely:
            self.likely[name] = tuple(self.roster.like(name)) if self.roster else ()
        return self.likely[name]

    def beside(self) -> Lazy[Position]:
        before = self.spoken.total()
        self.spoken.update((each.code, each.stance) for each in self.beside_again())
        return Lazy(self.beside_again, self.spoken.total() - before)

    def beside_again(self) -> Iterator[Position]:
        """Yield the positions beside the wording; our own notation has none."""
        if not self.roster or self.judged.tree.canonical:
            return iter(())
        brackets = (self.judged.tree.inside(pair) for pair in self.judged.of_role("stance"))
        found = positions_in(self.judged.tree.text, self.roster, brackets)
        return (each for each in found if each.start not in self.tails)

    def note(self, furniture: list[Furniture], labels: Sequence[Label]) -> None:
        tree, text, notebook = self.judged.tree, self.judged.tree.text, self.notebook
        notebook.take(findings_in(text))
        noticing.unpaired(tree, notebook)
        noticing.wide(tree, paragraph_ends(text, furniture), notebook)
        noticing.doubtful_neighbours(self.judged, notebook)
        for pair, role in self.judged.small():
            noticing.small_bracket(tree, role, pair, notebook)
        noticing.furniture(tree, furniture, notebook)
        seams.labels(labels, text, self.profile, notebook)
        seams.marks_of_others(text, self.profile, notebook)
        seams.glued_words(text, notebook)
