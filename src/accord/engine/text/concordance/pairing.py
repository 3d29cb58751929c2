"""
Which paragraph of a translated file says what which paragraph of the text says.

A translator gives back a whole file. Its paragraphs come in the order of the text, but one may be missing, joined to
another or divided. Pairs are found as in the alignment of parallel corpora: by length and by what translation leaves
alone (numbers, dates, codes, brackets), never out of order.

Source: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19 (1993), for length as evidence and the dynamic programme; docs/reference/languages.md, "A whole file".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

import regex

from accord.engine.text.concordance.dates import dates_in
from accord.engine.text.concordance.facts import plain
from accord.engine.text.concordance.lexicon import Lexicon
from accord.engine.text.concordance.names import codes_in, known_names_in
from accord.engine.text.concordance.numbers import numbers_in

ALONE = 0.9
"""What it costs to leave a paragraph of either side without a partner; a pair costs 0 to about 3."""

MOST = 1_500_000
"""Products of the two counts of paragraphs beyond which only equal places are paired."""


_DENSE = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]")
_UNVOWELLED = regex.compile(r"[\p{Arabic}\p{Hebrew}]")


@dataclass(frozen=True, slots=True)
class _Profile:
    length: int
    brackets: int
    facts: frozenset[object]


def pair_paragraphs(
    sources: Sequence[str],
    others: Sequence[str],
    languages: tuple[Lexicon, Lexicon],
    *,
    codes: Collection[str] = (),
) -> tuple[int | None, ...]:
    """
    Return for each paragraph of ``sources`` the index of its translation in ``others``, or None.

    Args:
        sources, others: wordings as they are read, with brackets, without labels that only the printer adds.
        languages: what is known of the two languages, in this order.
        codes: codes that stay as they are in every language, such as those of delegations.

    Returns:
        As many entries as ``sources``; the indices rise, and none occurs twice.
    """
    if len(sources) * len(others) > MOST:
        return tuple(at if at < len(others) else None for at in range(len(sources)))
    one = [_profile(each, languages[0], codes) for each in sources]
    two = [_profile(each, languages[1], codes) for each in others]
    return _cheapest(one, two)


def _profile(wording: str, lexicon: Lexicon, codes: Collection[str]) -> _Profile:
    text = plain(wording)
    found = [*codes_in(text, codes), *dates_in(text, lexicon), *numbers_in(text, lexicon)]
    found += known_names_in(text, lexicon)
    facts = frozenset(value for fact in found if fact.firm for value in fact.values)
    return _Profile(_length(wording.strip()), wording.count("["), facts)


def _length(wording: str) -> int:
    """
    Return how long a wording is, in letters of an alphabet with vowels.

    Measured on the Universal Declaration: a character that stands for a word or a syllable says as much as four
    letters, one of a script without vowels as much as four thirds.
    """
    return len(wording) + 3 * len(_DENSE.findall(wording)) + len(_UNVOWELLED.findall(wording)) // 3


def _cost(one: _Profile, two: _Profile) -> float:
    length = 1.5 * abs(log((two.length + 8) / (one.length + 8)))
    every = len(one.facts | two.facts)
    facts = 1 - len(one.facts & two.facts) / every if every else 0.2
    return min(length, 2.0) + facts + (0.7 if one.brackets != two.brackets else 0.0)


def _cheapest(one: Sequence[_Profile], two: Sequence[_Profile]) -> tuple[int | None, ...]:
    """Return the pairs that cost least in all; of equal ones, those that pair more."""
    above = [ALONE * at for at in range(len(two) + 1)]
    steps = []
    for row, left in enumerate(one, 1):
        here, taken = [ALONE * row], [1]
        for column, right in enumerate(two, 1):
            pair = above[column - 1] + _cost(left, right)
            skip_one, skip_two = above[column] + ALONE, here[column - 1] + ALONE
            best = min(pair, skip_one, skip_two)
            here.append(best)
            taken.append(0 if pair == best else 1 if skip_one == best else 2)
        above = here
        steps.append(taken)
    return _walked(steps, len(one), len(two))


def _walked(steps: Sequence[Sequence[int]], row: int, column: int) -> tuple[int | None, ...]:
    pairs: list[int | None] = [None] * row
    while row and column:
        taken = steps[row - 1][column]
        if taken == 0:
            pairs[row - 1] = column - 1
        row, column = row - (taken != 2), column - (taken != 1)
    return tuple(pairs)
