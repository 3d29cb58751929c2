"""Source and standing of a fact in a page."""

import pytest

from accord.members.basis import Basis
from accord.web.templatetags.facts import basis, basis_cell

READ = Basis("A <Newspaper>", "https://example.org/?a=1&b=2", "2031-01-02", "inference", "Concluded from the subject.")


@pytest.mark.parametrize(
    ("of", "word", "source"),
    [
        (Basis(), "source", "the secretariat"),
        (Basis(source_name=""), "source", "the secretariat"),
        (Basis(standing="unverified", why="Not read in full."), "unverified", "Not read in full. the secretariat"),
        (
            READ,
            "inferred",
            "Concluded from the subject. "
            '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer external">A &lt;Newspaper&gt;</a>, 2031-01-02',
        ),
        (
            Basis("A Newspaper", "https://example.org/"),
            "source",
            '<a href="https://example.org/" rel="noreferrer external">A Newspaper</a>, no date on the page',
        ),
    ],
)
def test_basis_says_standing_and_source(of: Basis, word: str, source: str) -> None:
    assert basis({}, of) == f'<details class="source"><summary>{word}</summary><p>{source}</p></details>'


@pytest.mark.parametrize("address", ["javascript:x()", " javascript:x()", "data:text/html,x", "//example.org"])
def test_basis_links_to_nothing_but_the_web(address: str) -> None:
    assert "<a" not in basis({}, Basis("A Newspaper", address))


def test_basis_names_the_fact_for_those_who_hear_the_page() -> None:
    assert 'source<span class="visually-hidden"> (A &lt;fact&gt;)</span></summary>' in basis({}, Basis(), "A <fact>")


def test_basis_cell_says_that_a_fact_is_stated() -> None:
    assert "stated ·" in basis_cell({}, Basis())
    assert "stated ·" not in basis_cell({}, READ)
