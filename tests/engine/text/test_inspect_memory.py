"""Inspecting any text takes less memory than ten times its size; `benchmarks/inspecting.py` prints time and peak."""

import tracemalloc

import pytest

from accord.engine.text.foreign import inspect
from tests.shared import shared_path

SIZE = 2_000_000
SHAPES = {
    "only opening": "[" * SIZE,
    "only closing": "]" * SIZE,
    "inside one another": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "beside one another": "[a]b" * (SIZE // 4),
    "line ends": "\n" * SIZE,
    "numbers": "1\n" * (SIZE // 2),
    "labels": "2bis\n" * (SIZE // 5),
    "control characters": "\x01" * SIZE,
}


def peak_of(text: str) -> int:
    """Return the bytes that inspecting ``text`` takes at most, beyond the text itself."""
    tracemalloc.start()
    inspect(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
def test_inspect_takes_a_few_bytes_for_each_character(shape: str) -> None:
    assert peak_of(SHAPES[shape]) < 9 * SIZE


def test_inspect_takes_a_few_bytes_for_each_character_of_a_real_text() -> None:
    text = shared_path("texts", "unfccc-geneva-negotiating-text-12-feb-2015.txt").read_text(encoding="utf-8") * 4
    assert peak_of(text) < 9 * len(text)
