"""
A whole negotiation, act by act, beside a naive model that knows only who wants which paragraph to say what.

After each act the text must say for everybody what the model says, and must read back from its own notation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from accord.engine import text as engine
from accord.engine.text import CHAIR, Text
from tests.engine.text.strategies import CODES, SENTENCES

ROSTER = CODES[:4]
WORDS = (
    "shall",
    "should",
    "may",
    "data",
    "reports",
    "once",
    "twice",
    "each",
    "year",
    "no text",
    "XAA:",
    "[x]",
    "%",
    "and",
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
FEW_WORDS = st.lists(st.sampled_from(WORDS), max_size=2)
PLAIN = "The Parties shall exchange data once a year."
REPORT = "3. They publish reports each year, and inform each other."
START = (PLAIN, f"1. {PLAIN}", f"2. {PLAIN}", REPORT, SENTENCES["kk"])
REWRITTEN = (
    "2. Members may consider a list of all contact points of each year.",
    "3. Members should consider a public list of all contact points.",
)
PARAGRAPHS = st.lists(st.sampled_from((*START, *REWRITTEN)) | PHRASES, max_size=4)
DELEGATIONS = st.sampled_from(ROSTER)
PICKS = st.integers(0, 99)


class Negotiation(RuleBasedStateMachine):
    """The text, and beside it: block → base wording, block → code → wording of those who hold something."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text(())
        self.base: dict[str, str] = {}
        self.wanted: dict[str, dict[str, str]] = {}
        self.closed: set[str] = set()
        self.made = 0

    @initialize(paragraphs=st.lists(st.sampled_from(START) | PHRASES, min_size=1, max_size=3))
    def begin(self, paragraphs: list[str]) -> None:
        self.text = engine.compile_text("\n\n".join(paragraphs) + "\n", {}, delegations=ROSTER)
        self.base = {block.id: engine.project_block(block, None) for block in self.text.blocks}
        self.wanted = {block.id: {} for block in self.text.blocks}

    # Acts of a delegation: they change its own wording of one block and nothing else

    @rule(code=DELEGATIONS, pick=PICKS, wording=PHRASES | st.sampled_from(REWRITTEN) | st.just(""))
    def propose(self, code: str, pick: int, wording: str) -> None:
        self.change(lambda block: (engine.propose(self.text, block, code, wording), {code: wording}), pick)

    @rule(code=DELEGATIONS, pick=PICKS, at=PICKS, size=st.integers(0, 3), words=FEW_WORDS)
    def edit(self, code: str, pick: int, at: int, size: int, words: list[str]) -> None:
        def act(block: str) -> tuple[Text, dict[str, str]]:
            old = self.wording(block, code).split(" ")
            start = at % (len(old) + 1)
            wording = " ".join([*old[:start], *words, *old[start + size :]])
            return engine.propose(self.text, block, code, wording), {code: wording}

        self.change(act, pick)

    @rule(code=DELEGATIONS, pick=PICKS)
    def delete(self, code: str, pick: int) -> None:
        self.change(lambda block: (engine.delete_block(self.text, block, code), {code: ""}), pick)

    @rule(code=DELEGATIONS, pick=PICKS)
    def bracket_a_word(self, code: str, pick: int) -> None:
        def act(block: str) -> tuple[Text, dict[str, str]]:
            words = self.wording(block, code).split()
            after = engine.bracket(self.text, block, code, words[pick % len(words)] if words else "")
            gone = engine.project_block(after.block(block), code) if has(after, block) else ""
            assert len(gone) < len(self.wording(block, code))
            return after, {code: gone}

        self.change(act, pick)

    @rule(code=DELEGATIONS, pick=PICKS, index=st.integers(0, 3))
    def support(self, code: str, pick: int, index: int) -> None:
        self.on_choice(pick, lambda at: engine.support(self.text, at.choice.id, index, code), code)

    @rule(code=DELEGATIONS, pick=PICKS, index=st.integers(0, 3))
    def reject(self, code: str, pick: int, index: int) -> None:
        self.on_choice(pick, lambda at: engine.reject(self.text, at.choice.id, index, code), code)

    @rule(code=DELEGATIONS, pick=PICKS)
    def withdraw(self, code: str, pick: int) -> None:
        self.on_choice(pick, lambda at: engine.withdraw(self.text, at.choice.id, code), code)

    @rule(code=DELEGATIONS, pick=PICKS, wording=PHRASES)
    def insert(self, code: str, pick: int, wording: str) -> None:
        after = [*self.base, ""][pick % (len(self.base) + 1)]
        name = self.new_id()
        self.text = engine.insert_block(self.text, after, code, wording, name)
        order = list(self.base)
        order.insert(order.index(after) + 1 if after else 0, name)
        self.base = {each: self.base.get(each, "") for each in order}
        self.wanted[name] = {code: wording}

    @rule(code=DELEGATIONS, paragraphs=PARAGRAPHS)
    def submit(self, code: str, paragraphs: list[str]) -> None:
        document = whole(paragraphs)
        before = self.text
        try:
            self.text = engine.submit(self.text, code, document, [self.new_id() for _ in paragraphs])
        except engine.AgreedBlock:
            return
        assert engine.project(self.text, code) == document
        for other in (None, CHAIR, *(each for each in ROSTER if each != code)):
            assert engine.project(self.text, other) == engine.project(before, other)
        self.relearn()

    @rule(handed=st.dictionaries(DELEGATIONS, PARAGRAPHS, min_size=1, max_size=3))
    def hold_another_round(self, handed: dict[str, list[str]]) -> None:
        """Some hand in a whole document: they want it, agreed paragraphs apart; all others keep what they have."""
        before = self.text
        documents = {code: whole(paragraphs) for code, paragraphs in handed.items()}
        made = engine.round_of(before, documents)
        self.text = made.text
        assert made.text == engine.next_round(before, dict(reversed(documents.items())))
        for code, document in documents.items():
            refused = [each for each in made.findings[code] if each.code == "C010"]
            assert refused or engine.project(self.text, code) == document
        for other in (None, CHAIR, *(each for each in ROSTER if each not in documents)):
            assert engine.project(self.text, other) == engine.project(before, other)
        agreed = [block for block in before.blocks if block.status.state == "agreed"]
        assert all(inlines_of(self.text, block.id) == block.inlines for block in agreed)
        self.relearn()

    # Acts of the chair

    @rule(pick=PICKS, wording=PHRASES | st.just(""))
    def compromise(self, pick: int, wording: str) -> None:
        self.on_choice(pick, lambda at: engine.compromise(self.text, at.choice.id, wording), CHAIR)

    @rule(pick=PICKS, index=st.integers(0, 3))
    def close(self, pick: int, index: int) -> None:
        standings = list(engine.choices(self.text))
        if not standings:
            return
        at = standings[pick % len(standings)]
        if index >= len(at.choice.alternatives):
            return
        others = engine.holding_other(at, index)
        if others:
            with pytest.raises(engine.StillHeld, match=min(others)):
                engine.close_choice(self.text, at.choice.id, index)
        before, block = self.text, at.block
        said = {code: engine.project_block(block, code, {at.choice.id: index}) for code in (None, CHAIR, *ROSTER)}
        self.text = engine.close_choice(self.text, at.choice.id, index, others)
        self.closed.add(at.choice.id)
        self.same_but(before, block.id)
        for code, wording in said.items():
            now = engine.project_block(self.text.block(block.id), code) if has(self.text, block.id) else ""
            assert now == wording, code
        self.relearn()

    @rule(pick=PICKS)
    def agree(self, pick: int) -> None:
        name = self.pick(pick)
        if not name:
            return
        if any(True for _ in engine.choices_in(self.text.block(name))):
            with pytest.raises(engine.StillOpen):
                engine.agree(self.text, name, "the plenary")
        elif self.text.block(name).status.state != "agreed":
            self.text = engine.agree(self.text, name, "the plenary", ROSTER[: pick % 3])
            with pytest.raises(engine.AgreedBlock):
                engine.propose(self.text, name, "XAA", "Something else.")

    @rule(pick=PICKS)
    def reopen(self, pick: int) -> None:
        name = self.pick(pick)
        if name and self.text.block(name).status.state == "agreed":
            self.text = engine.reopen(self.text, name)

    @rule(pick=PICKS, code=DELEGATIONS, kind=st.sampled_from(["reserve", "note"]), wording=PHRASES)
    def annotate(self, pick: int, code: str, kind: str, wording: str) -> None:
        name = self.pick(pick)
        if name and engine.Note(kind, code, wording) not in self.text.block(name).notes:
            self.text = engine.annotate(self.text, name, kind, code, wording)

    @rule(pick=PICKS, to=PICKS)
    def move(self, pick: int, to: int) -> None:
        name = self.pick(pick)
        after = [*(each for each in self.base if each != name), ""][to % max(1, len(self.base))]
        if name:
            self.text = engine.move_block(self.text, name, after)
            self.relearn()

    # What holds after every act

    @invariant()
    def everybody_reads_what_they_want(self) -> None:
        assert [block.id for block in self.text.blocks] == list(self.base)
        for block in self.text.blocks:
            assert engine.project_block(block, None) == self.base[block.id]
            for code in (*ROSTER, CHAIR):
                assert engine.project_block(block, code) == self.wording(block.id, code), code

    @invariant()
    def the_text_reads_back_from_its_notation(self) -> None:
        notation = engine.render(self.text)
        again = engine.parse(notation)
        assert engine.render(again) == notation
        for code in (None, *ROSTER, CHAIR):
            assert engine.project(again, code) == engine.project(self.text, code)
        assert [unnamed(block) for block in again.blocks] == [unnamed(block) for block in self.text.blocks]

    @invariant()
    def choices_are_sound(self) -> None:
        names = [at.choice.id for at in engine.choices(self.text)]
        assert len(names) == len(set(names))
        assert not set(names) & self.closed
        for at in engine.choices(self.text):
            codes = [code for each in at.choice.alternatives for code in each.holders]
            assert len(codes) == len(set(codes))
            assert all(each.holders for each in at.choice.alternatives[1:])
            assert len({each.inlines for each in at.choice.alternatives}) == len(at.choice.alternatives) > 1

    # The model

    def wording(self, block: str, code: str) -> str:
        return self.wanted[block].get(code, self.base[block])

    def new_id(self) -> str:
        self.made += 1
        return f"n{self.made}"

    def pick(self, number: int) -> str:
        return list(self.base)[number % len(self.base)] if self.base else ""

    def change(self, act: Callable[[str], tuple[Text, dict[str, str]]], pick: int) -> None:
        """Do an act on one block; the model's entries for it are the only ones that change."""
        name = self.pick(pick)
        if not name:
            return
        before = self.text
        try:
            self.text, said = act(name)
        except (engine.AgreedBlock, engine.NothingToDo, engine.WordsNotFound):
            return
        self.same_but(before, name)
        self.wanted[name] |= said
        self.forget_what_is_gone()

    def on_choice(self, pick: int, act: Callable[[engine.Standing], Text], code: str) -> None:
        """Do an act on one choice, of which only ``code`` may feel anything."""
        standings = list(engine.choices(self.text))
        if not standings:
            return
        at = standings[pick % len(standings)]
        before = self.text
        try:
            self.text = act(at)
        except (engine.NothingToDo, engine.UnknownChoice):
            return
        self.same_but(before, at.block.id)
        there = has(self.text, at.block.id)
        self.wanted[at.block.id][code] = engine.project_block(self.text.block(at.block.id), code) if there else ""
        self.forget_what_is_gone()

    def same_but(self, before: Text, name: str) -> None:
        """Every other block is the same object, but for what was moved behind one that is gone; the order stays."""
        old = {block.id: block for block in before.blocks}
        others = [block for block in self.text.blocks if block.id != name]
        if has(self.text, name):
            assert all(block is old[block.id] for block in others)
        else:
            assert all(replace(block, moves=()) == replace(old[block.id], moves=()) for block in others)
        for code in (None, *ROSTER, CHAIR):
            assert order_of(self.text, code, name) == order_of(before, code, name)
        assert {block.id for block in self.text.blocks} | {name} == set(old) | {name}

    def forget_what_is_gone(self) -> None:
        """A paragraph that neither the base nor anybody has is gone."""
        for name in [name for name in self.base if not self.base[name] and not any(self.wanted[name].values())]:
            del self.base[name], self.wanted[name]

    def relearn(self) -> None:
        """Take the model from the text, where the act's own check has just been made."""
        self.base = {block.id: engine.project_block(block, None) for block in self.text.blocks}
        self.wanted = {
            block.id: {code: engine.project_block(block, code) for code in (*ROSTER, CHAIR)}
            for block in self.text.blocks
        }


def whole(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def order_of(text: Text, code: str | None, name: str) -> list[str]:
    """Return the ids of the other paragraphs in the order in which ``code`` has them."""
    return [each.id for each in engine.in_order(text, code) if each.id != name and engine.project_block(each, code)]


def inlines_of(text: Text, name: str) -> tuple[engine.Inline, ...]:
    return text.block(name).inlines if has(text, name) else ()


def has(text: Text, name: str) -> bool:
    return any(block.id == name for block in text.blocks)


def unnamed(block: engine.Block) -> tuple[object, ...]:
    """Return what notation tells of a block: all but its id and the numbers of its choices."""
    return _unnamed(block.inlines), block.status, block.notes, block.numbers


def _unnamed(inlines: tuple[engine.Inline, ...]) -> tuple[object, ...]:
    return tuple(
        item if isinstance(item, str) else [(each.holders, _unnamed(each.inlines)) for each in item.alternatives]
        for item in inlines
    )


def test_negotiation_keeps_everybodys_wording() -> None:
    run_state_machine_as_test(Negotiation, settings=settings(max_examples=100, stateful_step_count=20, deadline=None))


@pytest.mark.long
def test_long_negotiation_keeps_everybodys_wording() -> None:
    run_state_machine_as_test(Negotiation, settings=settings(max_examples=2000, stateful_step_count=60, deadline=None))
