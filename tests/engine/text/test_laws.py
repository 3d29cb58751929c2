"""The laws of negotiated text on generated negotiations: 300 in every run, 20,000 in the long one."""

import pytest
from hypothesis import HealthCheck, given, settings

from accord.engine import text as engine
from tests.engine.text.laws import LAWS
from tests.engine.text.strategies import Negotiation, negotiations, shuffles
from tests.engine.text.touching import Edits, edits, far_apart, touching

MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
BIG_COUNT = settings(MANY, max_examples=20_000)
UNCHANGED_WORDS = 2
"""The k of law 3: edits with so many unchanged words between them never share a choice."""


def laws_hold(negotiation: Negotiation) -> None:
    text = engine.compile_text(negotiation.base, negotiation.versions)
    for law in LAWS:
        law(negotiation, text)


@MANY
@given(negotiations())
def test_laws_hold(negotiation: Negotiation) -> None:
    laws_hold(negotiation)


@pytest.mark.long
@BIG_COUNT
@given(negotiations())
def test_laws_hold_in_the_big_count(negotiation: Negotiation) -> None:
    laws_hold(negotiation)


@MANY
@given(shuffles())
def test_laws_hold_where_paragraphs_are_like_one_another(negotiation: Negotiation) -> None:
    laws_hold(negotiation)


@pytest.mark.long
@BIG_COUNT
@given(shuffles())
def test_laws_hold_where_paragraphs_are_like_one_another_in_the_big_count(negotiation: Negotiation) -> None:
    laws_hold(negotiation)


@pytest.mark.parametrize("count", [24, 25])
def test_laws_hold_below_and_beyond_the_most_wordings_that_are_compared(count: int) -> None:
    """Each of so many puts the same paragraph in, one word apart."""
    base = "Statement\n\nThey meet.\n"
    put_in = "They inform each other in good time of all {}-{} measures planned under this article."
    wordings = (put_in.format(at % 7, at) for at in range(count))
    versions = {f"X{at:02}": f"Statement\n\n{wording}\n\nThey meet.\n" for at, wording in enumerate(wordings)}
    laws_hold(Negotiation(base, versions))
    (outer, *inner) = engine.choices(engine.compile_text(base, versions))
    assert len(outer.choice.alternatives) == (2 if count <= 24 else count + 1)
    assert bool(inner) == (count <= 24)


# Law 3 beside an oracle that knows the edits: no missed conflict, no false one


def conflicts_are_the_right_ones(made: Edits) -> None:
    text = engine.compile_text(made.base, made.versions)
    assert all(engine.recovered(text, made.base, made.versions).values())
    choices = [standing.choice for standing in engine.choices(text)]
    for one, other in made.pairs:
        shared = any({one, other} <= choice.holders for choice in choices)
        if touching(made, one, other):
            assert shared, f"{one} and {other} edit the same words, in choices of their own"
        elif far_apart(made, one, other, UNCHANGED_WORDS):
            assert not shared, f"{one} and {other} edit words far apart, in one choice"


@MANY
@given(edits())
def test_edits_that_touch_share_a_choice_and_others_do_not(made: Edits) -> None:
    conflicts_are_the_right_ones(made)


@pytest.mark.long
@BIG_COUNT
@given(edits())
def test_edits_that_touch_share_a_choice_and_others_do_not_in_the_big_count(made: Edits) -> None:
    conflicts_are_the_right_ones(made)


@MANY
@given(edits())
def test_equal_edits_of_words_are_held_together(made: Edits) -> None:
    text = engine.compile_text(made.base, made.versions)
    for one, other in made.pairs:
        for edit in set(made.made[one]) & set(made.made[other]):
            if made.touches_only_its_equals(edit):
                assert any({one, other} <= set(each.holders) for each in alternatives(text)), edit


def alternatives(text: engine.Text) -> list[engine.Alternative]:
    return [each for standing in engine.choices(text) for each in standing.choice.alternatives]
