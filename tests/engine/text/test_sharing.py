"""What is done once for many: paragraphs that versions share, blocks in which nobody speaks, plain characters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text.characters import kind_of, kinds_in
from accord.engine.text.projecting import project_all
from accord.engine.text.splitting import join, split
from tests.engine.text.strategies import Negotiation, documents, negotiations

SOME = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
BASE = split("One.\n\nTwo.\n\nThree.\n\nFour.\n")


@SOME
@given(documents(), documents())
def test_split_beside_another_document_gives_the_same(document: str, other: str) -> None:
    assert split(document, split(other)) == split(document)


@SOME
@given(negotiations())
def test_split_beside_the_base_gives_the_same(negotiation: Negotiation) -> None:
    for version in negotiation.versions.values():
        assert split(version, split(negotiation.base)) == split(version)


@pytest.mark.parametrize(
    ("document", "shared"),
    [
        ("One.\n\nTwo, edited.\n\nThree.\n\nFour.\n", [0, 2]),
        ("New.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n", [0, 1, 2]),
        ("One.\n\nThree.\n\nFour.\n\nFive.\n", [0, 2, 3]),
        ("One.\n\nTwo.\n\n\nThree.\n\nFour.\n", []),
    ],
)
def test_split_shares_the_paragraphs_that_both_have(document: str, shared: list[int]) -> None:
    paragraphs = split(document, BASE)
    assert join(paragraphs) == document
    assert [place for place, each in enumerate(BASE) if any(each is other for other in paragraphs)] == shared


@SOME
@given(negotiations())
def test_projecting_for_all_is_projecting_for_each(negotiation: Negotiation) -> None:
    text = engine.compile_text(negotiation.base, negotiation.versions)
    codes = [None, *negotiation.versions]
    assert list(project_all(text, codes)) == [engine.project(text, code) for code in codes]


@SOME
@given(st.text())
def test_kinds_in_are_those_of_the_characters(text: str) -> None:
    assert kinds_in(text) == {char: kind_of(char) for char in text if kind_of(char)}


def test_kinds_in_ascii_are_those_of_the_characters() -> None:
    every = "".join(map(chr, range(128)))
    assert kinds_in(every) == {char: kind_of(char) for char in every if kind_of(char)}
