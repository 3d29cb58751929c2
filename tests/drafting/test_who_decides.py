"""
Who decides, as a state machine: whatever people do, the text is what a naive model says; nothing closes over anybody.

The model knows nothing of the engine: a paragraph has one word in dispute, each code holds a word or none, and a diary
keeps what was done. Whether a choice may close is read from the diary alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accord.access import Refused
from accord.drafting import actions
from accord.drafting.closing import plain
from accord.drafting.errors import Stale
from accord.drafting.models import Closing, Text, Version
from accord.engine import text as engine
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

CODES = ("XAA", "XBB", "XCC", "XDD")
WORDS = ("yearly", "monthly", "weekly", "daily")
FRAMES = ("The council meets {}.", "The chair reports {} to all.")
DOCUMENT = "\n\n".join(frame.format("yearly") for frame in FRAMES) + "\n"
CHAIR = "CHAIR"

Codes = st.sampled_from(CODES)
Words = st.sampled_from(WORDS)
Blocks = st.sampled_from((0, 1))


@dataclass
class Dispute:
    """One paragraph as the model has it. ``held``: code → word, the base's word too where it was taken up by an act."""

    base: str = "yearly"
    held: dict[str, str] = field(default_factory=dict)
    state: str = "open"
    pending: tuple[str, ...] = ()
    closing: str | None = None
    asked: bool = False
    objected: set[str] = field(default_factory=set)
    diary: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return any(word != self.base for word in self.held.values())

    @property
    def alternatives(self) -> set[str]:
        return {self.base, *self.held.values()} if self.is_open else set()

    def wants(self, code: str) -> str:
        return self.held.get(code, self.base)

    def move(self, code: str, word: str | None) -> None:
        """Let a code hold this word; None is no position. Words that nobody holds any more fall."""
        self.held.pop(code, None)
        if word is not None:
            self.held[code] = word
        self.diary.append(("moved", code))
        if not self.is_open:
            self.held.clear()
        if self.closing is not None and self.closing not in self.alternatives:
            self.drop()

    def drop(self) -> None:
        self.closing, self.asked, self.objected = None, False, set()
        self.diary.append(("off",))

    def question(self) -> frozenset[str] | None:
        """Return who was in the room when the chair last asked about the closing that stands, None where it did not."""
        last = [what for what in self.diary if what[0] in ("asked", "off")][-1:]
        return last[0][1] if last and last[0][0] == "asked" else None

    def silent(self, code: str, room: set[str]) -> bool:
        """Whether the diary shows this holder in the room, asked, and neither moving nor objecting since."""
        if code not in (self.question() or ()) or code not in room:
            return False
        since = max(at for at, what in enumerate(self.diary) if what[0] == "asked")
        return ("moved", code) not in self.diary[since:] and code not in self.objected

    def may_close(self, room: set[str]) -> bool:
        others = [code for code, word in self.held.items() if word != self.closing and code != CHAIR]
        held = self.closing == self.base or self.closing in {self.held[code] for code in self.held if code != CHAIR}
        if not held and not self.question():
            return False  # nobody's wording, and nobody heard the question
        return not self.objected and all(self.silent(code, room) for code in others)


class Negotiation(RuleBasedStateMachine):
    """Acts in any order; each is expected to do exactly what the model does, or to be refused."""

    council: Council

    def __init__(self) -> None:
        super().__init__()
        self.text = factories.text_of(self.council, DOCUMENT)
        self.ids = [block.id for block in factories.now(self.text).body.blocks]
        self.model = [Dispute(), Dispute()]
        self.room = set(CODES)
        self.before_council = False
        self.closed = 0

    @initialize(wants=st.lists(st.dictionaries(Codes, Words, min_size=2), min_size=2, max_size=2))
    def begin(self, wants: list[dict[str, str]]) -> None:
        for at, words in enumerate(wants):
            for code, word in words.items():
                self.propose(code=code, at=at, word=word)

    def _bring_to_a_close(
        self, wants: dict[str, str], pick: int, asks: bool, between: list[str], code: str, word: str
    ) -> None:
        """Propose to close, ask, let something come between, close: what a chair does, in one go."""
        at = pick % 2
        if self.before_council:
            self.take_back()
        if self.model[at].state == "agreed":
            self.reopen(at=at)
        for each, wanted in wants.items():
            self.propose(code=each, at=at, word=wanted)
        words = sorted(self.model[at].alternatives)
        if not words:
            return
        self.propose_closing(at=at, word=words[pick % len(words)])
        if asks:
            self.ask(at=at)
        for what in between:
            if what == "leave":
                self.call_roll(present=set(CODES) - {code})
            elif what == "move":
                self.propose(code=code, at=at, word=word)
            elif what == "object":
                self.object_to(code=code, at=at)
            else:
                self.call_roll(present=set(CODES))
        self.close(at=at)

    _how = {
        "wants": st.dictionaries(Codes, Words, min_size=3),
        "pick": st.integers(0, 7),
        "asks": st.sampled_from((True, True, True, False)),
        "between": st.lists(st.sampled_from(("leave", "move", "object", "return")), max_size=2),
        "code": Codes,
        "word": Words,
    }
    bring_one_to_a_close = rule(**_how)(_bring_to_a_close)
    bring_another_to_a_close = rule(**_how)(_bring_to_a_close)
    bring_a_third_to_a_close = rule(**_how)(_bring_to_a_close)

    # Acts of delegations.

    @rule(code=Codes, at=Blocks, word=Words)
    def propose(self, code: str, at: int, word: str) -> None:
        dispute = self.model[at]
        done = self.attempt(
            actions.propose,
            by=self.council.delegate(code),
            block=self.ids[at],
            wording=FRAMES[at].format(word),
            stage="tabled",
            seen=self.seen,
            expected=self.moves(dispute) and dispute.wants(code) != word,
        )
        if done:
            dispute.move(code, None if word == dispute.base else word)

    @rule(code=Codes, at=Blocks, word=Words)
    def support(self, code: str, at: int, word: str) -> None:
        dispute = self.model[at]
        if word not in dispute.alternatives:
            return
        done = self.attempt(
            actions.support,
            by=self.council.delegate(code),
            choice=self.choice(at),
            alternative=self.index(at, word),
            seen=self.seen,
            expected=self.moves(dispute) and dispute.held.get(code) != word,
        )
        if done:
            dispute.move(code, word)

    @rule(code=Codes, at=Blocks)
    def withdraw(self, code: str, at: int) -> None:
        dispute = self.model[at]
        if not dispute.is_open:
            return
        done = self.attempt(
            actions.withdraw,
            by=self.council.delegate(code),
            choice=self.choice(at),
            seen=self.seen,
            expected=self.moves(dispute) and code in dispute.held,
        )
        if done:
            dispute.move(code, None)

    @rule(code=Codes, at=Blocks)
    def confirm(self, code: str, at: int) -> None:
        dispute = self.model[at]
        done = self.attempt(
            actions.confirm,
            by=self.council.delegate(code),
            block=self.ids[at],
            seen=self.seen,
            expected=not self.before_council and code in dispute.pending,
        )
        if done:
            dispute.pending = tuple(each for each in dispute.pending if each != code)

    @precondition(lambda self: any(dispute.closing for dispute in self.model))
    @rule(code=Codes, at=Blocks)
    def object_to(self, code: str, at: int) -> None:
        dispute = self.model[at]
        if dispute.closing is None:
            return
        done = self.attempt(
            actions.object_to,
            by=self.council.delegate(code),
            closing=self.row(at).pk,
            expected=code not in dispute.objected,
        )
        if done:
            dispute.objected.add(code)

    @precondition(lambda self: any(dispute.objected for dispute in self.model))
    @rule(code=Codes, at=Blocks)
    def withdraw_objection(self, code: str, at: int) -> None:
        dispute = self.model[at]
        if dispute.closing is None:
            return
        done = self.attempt(
            actions.withdraw_objection,
            by=self.council.delegate(code),
            closing=self.row(at).pk,
            expected=code in dispute.objected,
        )
        if done:
            dispute.objected.discard(code)

    # Acts of the chair.

    @rule(at=Blocks, word=Words)
    def write_compromise(self, at: int, word: str) -> None:
        dispute = self.model[at]
        if not dispute.is_open:
            return
        done = self.attempt(
            actions.write_compromise,
            by=self.council.chair,
            choice=self.choice(at),
            wording=word,
            seen=self.seen,
            expected=self.moves(dispute) and word not in (dispute.base, dispute.held.get(CHAIR)),
        )
        if done:
            dispute.move(CHAIR, word)

    @rule(at=Blocks, word=Words)
    def propose_closing(self, at: int, word: str) -> None:
        dispute = self.model[at]
        if word not in dispute.alternatives:
            return
        done = self.attempt(
            actions.propose_closing,
            by=self.council.chair,
            choice=self.choice(at),
            alternative=self.index(at, word),
            seen=self.seen,
            expected=not self.before_council,
        )
        if done:
            dispute.drop()
            dispute.closing = word

    @precondition(lambda self: any(dispute.closing for dispute in self.model))
    @rule(at=Blocks)
    def ask(self, at: int) -> None:
        dispute = self.model[at]
        if dispute.closing is None:
            return
        self.attempt(actions.ask, by=self.council.chair, closing=self.row(at).pk, expected=True)
        dispute.asked = True
        dispute.diary.append(("asked", frozenset(self.room)))

    @precondition(lambda self: any(dispute.asked for dispute in self.model))
    @rule(at=Blocks)
    def close(self, at: int) -> None:
        dispute = self.model[at]
        if dispute.closing is None:
            return
        word, choice = dispute.closing, self.choice(at)
        allowed = dispute.may_close(self.room)
        if self.attempt(actions.close, by=self.council.chair, closing=self.row(at).pk, expected=allowed):
            assert choice not in factories.choices(self.text)
            self.closed += 1
            dispute.base, dispute.held = word, {}
            dispute.drop()

    @rule(at=Blocks, pending=st.sets(Codes, max_size=2))
    def agree(self, at: int, pending: set[str]) -> None:
        dispute = self.model[at]
        awaited = tuple(code for code in CODES if code in pending)
        same = (dispute.state, dispute.pending) == ("agreed", awaited)
        done = self.attempt(
            actions.agree,
            by=self.council.chair,
            block=self.ids[at],
            forum="plenary",
            pending=awaited,
            seen=self.seen,
            expected=not self.before_council
            and not dispute.is_open
            and not same
            and set(dispute.pending) <= set(awaited),
        )
        if done:
            dispute.state, dispute.pending = "agreed", awaited

    @precondition(lambda self: any(dispute.state == "agreed" for dispute in self.model))
    @rule(at=Blocks)
    def reopen(self, at: int) -> None:
        dispute = self.model[at]
        done = self.attempt(
            actions.reopen,
            by=self.council.chair,
            block=self.ids[at],
            seen=self.seen,
            expected=not self.before_council and dispute.state == "agreed",
        )
        if done:
            dispute.state, dispute.pending = "reopened", ()

    @rule(present=st.sets(Codes))
    def call_roll(self, present: set[str]) -> None:
        self.attempt(actions.call_roll, by=self.council.chair, present=present, expected=True)
        self.room = present

    @precondition(lambda self: not any(dispute.asked for dispute in self.model))
    @rule()
    def put_to_council(self) -> None:
        done = self.attempt(
            actions.put_to_council,
            by=self.council.chair,
            seen=self.seen,
            expected=not self.before_council and not any(dispute.is_open for dispute in self.model),
        )
        self.before_council = self.before_council or done

    @precondition(lambda self: self.before_council)
    @rule()
    def take_back(self) -> None:
        self.attempt(actions.take_back, by=self.council.chair, expected=True)
        self.before_council = False

    # What holds after every act.

    @invariant()
    def text_is_what_the_model_says(self) -> None:
        body = factories.now(self.text).body
        for at, dispute in enumerate(self.model):
            block = body.block(self.ids[at])
            for code in (None, *CODES):
                word = dispute.base if code is None else dispute.wants(code)
                assert engine.project_block(block, code) == FRAMES[at].format(word)
            assert (block.status.state, block.status.pending) == (dispute.state, dispute.pending)
            standings = list(engine.choices_in(block))
            assert bool(standings) == dispute.is_open
            for standing in standings:
                held = {code: plain(each) for each in standing.choice.alternatives for code in each.holders}
                assert held == dispute.held

    @invariant()
    def open_closings_are_those_of_the_model(self) -> None:
        rows = Closing.objects.filter(text=self.text, state__in=Closing.OPEN)
        known = {(row.wording, row.state, frozenset(row.objections.values_list("code", flat=True))) for row in rows}
        assert len(known) <= len(rows) == sum(dispute.closing is not None for dispute in self.model)
        assert known == {
            (dispute.closing, "asked" if dispute.asked else "proposed", frozenset(dispute.objected))
            for dispute in self.model
            if dispute.closing is not None
        }

    @invariant()
    def every_version_has_its_entry(self) -> None:
        text = Text.objects.get(pk=self.text.pk)
        versions = list(Version.objects.filter(text=text).values_list("number", "fingerprint"))
        entries = Entry.objects.filter(stream=text.stream).order_by("number")
        assert [number for number, _made in versions] == list(range(1, text.number + 1))
        assert [(entry.data["version"], entry.made) for entry in entries] == versions
        assert [entry.number for entry in entries] == list(range(1, len(versions) + 1))

    # Helpers.

    @property
    def seen(self) -> str:
        return factories.seen(self.text)

    def moves(self, dispute: Dispute) -> bool:
        return not self.before_council and dispute.state != "agreed"

    def choice(self, at: int) -> str:
        (standing,) = engine.choices_in(factories.now(self.text).body.block(self.ids[at]))
        return standing.choice.id

    def index(self, at: int, word: str) -> int:
        choice = engine.find(factories.now(self.text).body, self.choice(at)).choice
        return [plain(each) for each in choice.alternatives].index(word)

    def row(self, at: int) -> Closing:
        return Closing.objects.get(text=self.text, choice=self.choice(at), state__in=Closing.OPEN)

    def attempt(self, verb: Callable[..., Any], *, expected: bool, **asked: Any) -> bool:
        """Do the act; it has to succeed exactly when the model expects so, and to change nothing otherwise."""
        number = Text.objects.get(pk=self.text.pk).number
        try:
            verb(self.text.pk, key=factories.key(), **asked)
        except (engine.TextError, Stale, Refused) as refusal:
            if expected:
                pytest.fail(f"{verb.__name__} was refused: {refusal!r}")
            assert Text.objects.get(pk=self.text.pk).number == number
            return False
        assert expected, f"{verb.__name__} was done"
        return True


def _run(council: Council, examples: int, steps: int) -> None:
    Negotiation.council = council
    run_state_machine_as_test(
        Negotiation,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_nothing_is_decided_over_anybody(council: Council) -> None:
    _run(council, examples=15, steps=25)


@pytest.mark.long
def test_nothing_is_decided_over_anybody_in_many_negotiations(council: Council) -> None:
    _run(council, examples=300, steps=50)
