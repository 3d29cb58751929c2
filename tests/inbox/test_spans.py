"""A text is cut where evidence begins or ends."""

from __future__ import annotations

from accord.inbox.spans import Mark, pieces_of


def test_overlapping_marks_are_cut_at_every_border() -> None:
    pieces = pieces_of("abcdef", [Mark("1", 0, 4, doubt=False), Mark("A", 2, 6, doubt=True)])
    assert [(piece.words, piece.said, piece.doubted) for piece in pieces] == [
        ("ab", True, False),
        ("cd", True, True),
        ("ef", False, True),
    ]
    assert [(piece.opens, piece.doubts) for piece in pieces] == [(("1",), ()), ((), ("A",)), ((), ())]


def test_the_pieces_are_the_text() -> None:
    text = "Совет <b> met.\n"
    marks = [Mark("1", 0, 5, doubt=False), Mark("2", 0, 9, doubt=False), Mark("B", 0, 0, doubt=True)]
    assert "".join(piece.words for piece in pieces_of(text, marks)) == text
    assert pieces_of(text, marks)[0].opens == ("1", "2")


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces_of("", []) == ()
