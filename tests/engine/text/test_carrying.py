"""A version on another base: its edits are carried over, what clashes is told, and nothing of the new base is lost."""

import pytest
from hypothesis import given, settings

from accord.engine import text as engine
from tests.engine.text.strategies import Negotiation, negotiations

OLD = (
    "Statement\n\n1. The Parties shall meet once a year.\n\n2. They publish the report.\n\n3. They inform the public.\n"
)
MOVED = (
    "Statement\n\n2. They publish the report.\n\n1. The Parties shall meet once a year.\n\n3. They inform the public.\n"
)

MOVED = """\
Statement

2. They publish the report.

1. The Parties shall meet once a year.

3. They inform the public.
"""
CASES = {
    "the base has changed elsewhere": (
        OLD.replace("shall", "should"),
        OLD.replace("the report", "their report"),
        OLD.replace("shall", "should").replace("the report", "their report"),
        (),
    ),
    "the base has changed the same words": (
        OLD.replace("shall", "should"),
        OLD.replace("shall", "will"),
        OLD.replace("shall", "should"),
        ("1. The Parties will meet once a year.",),
    ),
    "the base has a paragraph more": (
        OLD.replace("shall", "should"),
        OLD.replace("2. They", "Something altogether new.\n\n2. They"),
        OLD.replace("shall", "should").replace("2. They", "Something altogether new.\n\n2. They"),
        (),
    ),
    "the base has a paragraph less": (
        OLD.replace("shall", "should"),
        OLD.replace("3. They inform the public.\n", "").rstrip("\n") + "\n",
        OLD.replace("shall", "should").replace("\n\n3. They inform the public.", ""),
        (),
    ),
    "the version moves a paragraph": (
        MOVED,
        OLD.replace("inform the public", "inform the world"),
        MOVED.replace("inform the public", "inform the world"),
        (),
    ),
    "nobody changes anything": (OLD, OLD, OLD, ()),
    "everything is taken out": ("", OLD.replace("shall", "should"), "", ("1. The Parties should meet once a year.",)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_carry_keeps_the_edits_of_both(case: str) -> None:
    version, onto, wanted, clashes = CASES[case]
    carried = engine.carry(OLD, version, onto)
    assert (carried.wording, carried.clashes) == (wanted, clashes)


def test_carry_tells_of_paragraphs_that_only_the_numbers_tell_apart() -> None:
    own = OLD.replace("2. They", "1 bis. They").replace("3. They", "2. They")
    carried = engine.carry(own, own.replace("shall", "should"), OLD)
    assert carried.wording == OLD.replace("shall", "should")
    assert carried.differences == (
        ("1 bis. They publish the report.", "2. They publish the report."),
        ("2. They inform the public.", "3. They inform the public."),
    )


def test_carry_tells_how_the_bases_differ() -> None:
    onto = OLD.replace("shall", "will").replace("\n\n3. They inform the public.", "")
    assert engine.carry(OLD, OLD, onto).differences == (
        ("1. The Parties shall meet once a year.", "1. The Parties will meet once a year."),
        ("3. They inform the public.", ""),
    )


@settings(max_examples=100, deadline=None)
@given(negotiations())
def test_carry_of_an_unchanged_version_is_the_new_base_and_onto_the_same_base_the_version(
    negotiation: Negotiation,
) -> None:
    base = negotiation.base
    for version in negotiation.versions.values():
        assert engine.carry(base, base, version).wording == version
        assert engine.carry(base, version, base).wording == version
        assert engine.carry(base, version, version).wording == version


def test_on_current_is_none_on_the_base_of_the_text_or_the_own_text_however_parted() -> None:
    text = engine.compile_text(OLD, {"XAA": OLD.replace("shall", "should")})
    crlf = OLD.replace("\n", "\r\n")
    assert engine.on_current(text, "XAA", crlf, "x") is None
    assert engine.on_current(text, "XAA", OLD.replace("shall", "should"), "x") is None
    assert engine.on_current(text, "XBB", OLD + "\n\n", "x") is None
    carried = engine.on_current(text, "XBB", OLD.replace("shall", "should"), OLD.replace("shall", "should"))
    assert carried is not None
    assert carried.wording == OLD
