"""Pictures of the documentation: each is shown somewhere, and none is heavy."""

from tests.house.tree import ROOT, text_of, tracked

MOST = 200_000
"""Bytes of one picture."""


def test_each_picture_is_shown_and_light() -> None:
    pages = "".join(text_of(path) for path in tracked() if path.suffix == ".md")
    pictures = [path for path in tracked() if path.is_relative_to(ROOT / "docs" / "pictures")]
    assert len(pictures) > 8
    assert [path.name for path in pictures if f"pictures/{path.name}" not in pages] == []
    assert [path.name for path in pictures if path.stat().st_size > MOST] == []
