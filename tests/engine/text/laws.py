"""The laws of negotiated text, each as a check of one negotiation. Source: docs/reference/notation.md, "Laws"."""

from __future__ import annotations

from collections.abc import Callable

from accord.engine import text as engine
from accord.engine.text.foreign.tree import emit
from tests.engine.text.strategies import Negotiation

Law = Callable[[Negotiation, engine.Text], None]


def lossless(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 1: every version and the base come back byte for byte."""
    for code, version in negotiation.versions.items():
        assert engine.project(text, code).encode() == version.encode()
    assert engine.project(text, None).encode() == negotiation.base.encode()


def lossless_from_the_file_alone(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 1: so they do from what was written down."""
    lossless(negotiation, engine.parse(engine.render(text)))


def order_free(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 2: it does not matter who handed in first."""
    backwards = dict(reversed(negotiation.versions.items()))
    assert engine.compile_text(negotiation.base, backwards) == text
    assert engine.fingerprint(engine.compile_text(negotiation.base, backwards)) == engine.fingerprint(text)


def agreement_joins(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 3: in each choice wordings are distinct, every holder holds one, and equal versions go together."""
    for standing in engine.choices(text):
        alternatives = standing.choice.alternatives
        assert len({each.inlines for each in alternatives}) == len(alternatives) > 1
        codes = [code for each in alternatives for code in each.holders]
        assert len(codes) == len(set(codes))
        assert all(each.holders for each in alternatives[1:])
        for one in negotiation.versions:
            for other in negotiation.versions:
                if negotiation.versions[one] == negotiation.versions[other]:
                    assert engine.held(standing.choice, one) == engine.held(standing.choice, other), (one, other)


def silence_holds_nothing(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 1 and NOTATION: a version equal to the base is no position, and the roster names it all the same."""
    for code, version in negotiation.versions.items():
        assert code in text.delegations
        if version == negotiation.base:
            assert all(code not in engine.holders_in(block) for block in text.blocks)


def numbers_are_distinct(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 5: blocks and choices have ids of their own."""
    ids = [block.id for block in text.blocks]
    numbers = [standing.choice.id for standing in engine.choices(text)]
    assert len(ids) == len(set(ids))
    assert len(numbers) == len(set(numbers))


def round_trip(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 7: parse(render(t)) = t, and what is written down is written down the same again."""
    notation = engine.render(text)
    assert engine.parse(notation) == text
    assert engine.render(engine.parse(notation)) == notation


def stored_and_loaded(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 7 for storage: load(dump(t)) = t."""
    assert engine.load(engine.dump(text)) == text
    assert engine.fingerprint(engine.load(engine.dump(text))) == engine.fingerprint(text)


def inspected_unchanged(negotiation: Negotiation, text: engine.Text) -> None:
    """Law 7: foreign readers find our own notation whole, with brackets that balance."""
    notation = engine.render(text)
    found = engine.inspect(notation)
    assert emit(found.tree) == notation
    assert found.brackets - notation.count("]") == found.unclosed - found.stray


LAWS: tuple[Law, ...] = (
    lossless,
    lossless_from_the_file_alone,
    order_free,
    agreement_joins,
    silence_holds_nothing,
    numbers_are_distinct,
    round_trip,
    stored_and_loaded,
    inspected_unchanged,
)
