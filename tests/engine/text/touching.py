"""Edits whose places are known, and which of them touch: the oracle of law 3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hypothesis import strategies as st

from tests.engine.text.strategies import CODES

Edit = tuple[int, int, tuple[str, ...]]
"""Base words [start, end) are replaced by these; start == end is an insertion before that word."""


@dataclass(frozen=True)
class Edits:
    """What each delegation does to the distinct words of one sentence."""

    words: tuple[str, ...]
    made: dict[str, tuple[Edit, ...]]

    @property
    def base(self) -> str:
        return " ".join(self.words) + ".\n"

    @property
    def versions(self) -> dict[str, str]:
        return {code: " ".join(_edited(self.words, made)) + ".\n" for code, made in self.made.items()}

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return list(combinations(self.made, 2))

    def touches_only_its_equals(self, edit: Edit) -> bool:
        """Whether nobody else's different edit is within two words of it."""
        others = (each for made in self.made.values() for each in made if each != edit)
        return all(each[1] + 2 < edit[0] or edit[1] + 2 < each[0] for each in others)


def _edited(words: tuple[str, ...], made: tuple[Edit, ...]) -> list[str]:
    out = list(words)
    for start, end, new in reversed(made):
        out[start:end] = new
    return out


@st.composite
def edits(draw: st.DrawFn) -> Edits:
    """Two to five delegations edit a sentence of distinct words; each leaves more than half of it."""
    words = tuple(f"w{number}" for number in range(draw(st.integers(12, 24))))
    codes = CODES[: draw(st.integers(2, 5))]
    return Edits(words, {code: tuple(draw(_made(len(words), code))) for code in codes})


@st.composite
def _made(draw: st.DrawFn, size: int, code: str) -> list[Edit]:
    made: list[Edit] = []
    at = 0
    for number in range(draw(st.integers(1, 3))):
        start = draw(st.integers(at, size))
        end = draw(st.integers(start, min(size, start + 2)))
        own = st.sampled_from(["n1", "n2", f"{code}{number}"])
        new = draw(st.lists(own, min_size=0 if start < end else 1, max_size=2))
        made += _word_by_word(start, end, tuple(new))
        at = end + 2
        if at > size:
            break
    return made


def _word_by_word(start: int, end: int, new: tuple[str, ...]) -> Iterator[Edit]:
    """As many words for as many are that many edits, so that each can be equal to another's."""
    if len(new) != end - start:
        yield start, end, new
        return
    for offset, word in enumerate(new):
        yield start + offset, start + offset + 1, (word,)


def touching(made: Edits, one: str, other: str) -> bool:
    """Whether some edits of the two replace the same words, or are put into one gap."""
    return any(_touch(left, right) for left in made.made[one] for right in made.made[other])


def _touch(left: Edit, right: Edit) -> bool:
    (start, end, _), (other_start, other_end, _) = left, right
    if start == end and other_start == other_end:
        return start == other_start
    if start == end or other_start == other_end:
        inner, outer = (left, right) if start == end else (right, left)
        return outer[0] < inner[0] < outer[1]
    return max(start, other_start) < min(end, other_end)


def far_apart(made: Edits, one: str, other: str, unchanged: int) -> bool:
    """Whether no chain of edits, each with fewer than so many unchanged words to the next, joins the two."""
    chains: list[list[int]] = []
    for start, end in sorted((start, end) for each in made.made.values() for start, end, _ in each):
        if chains and start - chains[-1][1] < unchanged:
            chains[-1][1] = max(chains[-1][1], end)
        else:
            chains.append([start, end])

    def chain(edit: Edit) -> int:
        return next(i for i, (start, end) in enumerate(chains) if start <= edit[0] and edit[1] <= end)

    return not {chain(each) for each in made.made[one]} & {chain(each) for each in made.made[other]}
