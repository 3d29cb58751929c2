"""Text files: every byte kept, or the place named where they are not UTF-8."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.formats.textfile import UnreadableFile, decode, encode


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_textfile_keeps_every_character(text: str) -> None:
    assert decode(encode(text), "x.txt") == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbfa\r\nb\rc\n\x00\x0c", "é…\U0001f600".encode()])
def test_textfile_keeps_every_byte(data: bytes) -> None:
    assert encode(decode(data, "x.txt")) == data


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", (1, 1)),
        (b"ab\ncd\xe9f", (2, 3)),
        ("é\né".encode() + b"\xc3", (2, 2)),
        (b"a\r\nb\xed\xa0\x80", (2, 2)),
        (b"a\xc0\xaf", (1, 2)),
    ],
)
def test_textfile_names_the_first_byte_that_is_not_utf8(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "x.txt")
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"x.txt:{place[0]}:{place[1]}: byte 0x")


def test_textfile_in_utf16_is_recognised() -> None:
    with pytest.raises(UnreadableFile, match="it looks like UTF-16"):
        decode("text".encode("utf-16"), "x.txt")
