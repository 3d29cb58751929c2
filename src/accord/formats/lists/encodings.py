"""
Which characters the bytes of a list stand for. Spreadsheet programs save CSV in many encodings and name none.

Source: docs/reference/lists.md, "Files".
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from accord.engine.said import say
from accord.formats.textfile import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORDS = 10_000
"""How many words are looked at."""
_WORD = re.compile(r"[^\W\d_]+")


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """
    Return the characters of a list and the encoding in which they were read: "utf-8", "utf-16-le", "cp1251", ...

    A file without a mark is UTF-8 where it can be; else Windows-1251 or Windows-1252, by which its words are whole.

    Raises:
        UnreadableFile: it is none of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), encoding
    if wide := _wide(data):
        return _strict(data, wide, name), wide
    encoding = "utf-8" if _is_utf8(data) else _single_byte(data)
    return _strict(data, encoding, name), encoding


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFile(name, say("is in no encoding that is known here. Save it as CSV in UTF-8.")) from None
    if "\0" in text:
        raise UnreadableFile(name, say("is no text: it holds zero bytes. Save it as CSV in UTF-8."))
    return text


def _wide(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are; "" where few of every second byte are of Latin or Cyrillic."""
    head = data[:400]
    odd, even = (sum(map(half.count, (0, 4))) for half in (head[1::2], head[0::2]))
    if max(odd, even) <= len(head) // 4:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _single_byte(data: bytes) -> str:
    """Return the code page in which fewer words mix two scripts: Cyrillic in Windows-1251, Latin in Windows-1252."""
    words = (found[0] for found in _WORD.finditer(data.decode("cp1251", "replace")))
    some = [*islice((word for word in words if not word.isascii()), _WORDS)]
    return "cp1252" if sum(map(_is_mixed, some)) * 2 > len(some) else "cp1251"


def _is_mixed(word: str) -> bool:
    return any(char.isascii() for char in word) and not word.isascii()
