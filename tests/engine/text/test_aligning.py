"""Which paragraph is which: as a person would say who lays two versions side by side."""

import random

import pytest

from accord.engine.text.aligning import align, pairs, similarity

A, B, C, D = (
    "The Parties exchange data once a year.",
    "Each member names one contact point for urgent notices.",
    "Working groups prepare draft decisions by consensus.",
    "The budget is adopted for two years at a time.",
)
OTHER = "Something else again stands here."
B_EDITED = "Each member names two contact points for urgent notices."


@pytest.mark.parametrize(
    ("base", "version", "paired", "inserted"),
    [
        ([A, B, C], [A, B, C], (A, B, C), {}),
        ([A, B, C], [A, C], (A, None, C), {}),
        ([A, C], [A, B, C], (A, C), {1: (B,)}),
        ([A, B, C], [A, B_EDITED, C], (A, B_EDITED, C), {}),
        ([A, B, C], [A, D, C], (A, D, C), {}),
        ([A, B, C], [A, D, OTHER, C], (A, None, C), {2: (D, OTHER)}),
        ([A, B, C], [B, C, A], (None, B, C), {3: (A,)}),
        ([B], [D, B_EDITED], (B_EDITED,), {0: (D,)}),
        ([A, "***", C], [B, "***", D], (B, "***", D), {}),
        ([], [A], (), {0: (A,)}),
        ([A], [], (None,), {}),
    ],
)
def test_align_pairs_what_is_alike(
    base: list[str], version: list[str], paired: tuple[str | None, ...], inserted: dict[int, tuple[str, ...]]
) -> None:
    found = align(base, version)
    assert found.paired == paired
    assert {gap: each for gap, each in enumerate(found.inserted) if each} == inserted


def test_align_likeness_goes_before_the_order_of_reading() -> None:
    new = "Each member names one contact point for the press."
    edited = "Each member names one contact point for all urgent notices."
    assert align([A, B, C], [A, new, edited, C]).paired == (A, edited, C)


def test_align_one_equal_paragraph_by_chance_decides_nothing() -> None:
    chance = random.Random(3)  # noqa: S311 -- wording, no secret
    words = [f"w{number}" for number in range(900)]
    base = [" ".join(chance.choices(words, k=30)) for _ in range(60)]
    edited = [paragraph.replace(" w1", " v1").replace(" w2", " v2") for paragraph in base]
    found = align(base, [*edited, base[0]])
    assert found.paired == tuple(edited)
    assert found.inserted[60] == (base[0],)


def test_align_long_texts_pair_by_rare_words_and_then_between_them() -> None:
    chance = random.Random(4)  # noqa: S311 -- wording, no secret
    words = [f"w{number}" for number in range(5000)]
    base = [f"Article {number}" if number % 10 == 0 else " ".join(chance.choices(words, k=25)) for number in range(400)]
    edited = [paragraph if paragraph.startswith("Article") else f"{paragraph} and more" for paragraph in base]
    found = align(base, ["A new beginning here", *edited[:200], "Something new in the middle", *edited[200:]])
    assert found.paired == tuple(edited)


def test_pairs_in_order_pair_what_is_not_alike_too() -> None:
    assert list(pairs([A], [B, C], in_order=True)) == [(0, 0), (None, 1)]
    assert list(pairs([A], [B, C])) == [(0, None), (None, 0), (None, 1)]


def test_similarity_is_the_share_of_words_in_the_same_order() -> None:
    assert similarity(A, A) == 1.0
    assert similarity("one two three four", "one two five six") == 0.5
    assert similarity("one two", "two one") == 0.5
    assert similarity("***", "***") == 1.0
    assert similarity("***", "—") == 0.0
    assert similarity("", "one") == 0.0
