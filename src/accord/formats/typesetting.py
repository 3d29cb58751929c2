"""
Setting a document with Typst (the extra ``pdf``): fonts, letters that none of them has, strings of its language.

Whatever is said is handed to Typst as strings, never as its markup, so that wording cannot become a command.

Source: docs/reference/formats.md, "PDF".
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from accord.engine.said import say
from accord.engine.text.errors import TextError
from accord.formats.showing import NOT_XML

FONTS = (
    "Libertinus Serif",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Serif Armenian",
    "Noto Sans Armenian",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Noto Serif SC",
    "Noto Sans SC",
    "DejaVu Sans Mono",
)
"""In the order in which they are asked for a letter. The first and the last come with Typst."""

_BETTER_ELSEWHERE = re.compile(r"[\u0530-\u058f\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
"""Armenian and Arabic: Typst brings a typewriter face for them, so a font of the system is taken where there is one."""

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_SPECIAL = re.compile(r"[\n\t]")
_LANGUAGE = re.compile(r"([a-z]{2,3})\b")


class Unwritable(TextError):
    """The text cannot be written in this format here; the message says why and what to do."""


class Unlettered(Unwritable):
    """No font here has a letter of the text; the message names all such letters."""


_PDF = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": 0}


def typeset(source: str) -> bytes:
    """
    Return a document of Typst as a tagged PDF (PDF/UA-1); the same source and the same fonts give the same bytes.

    Fonts that come with Typst are taken where they suffice, else those of the system and of ``ACCORD_FONTS``.

    Raises:
        Unwritable: the extra is not installed.
        Unlettered: no font here has a letter; boxes are never printed.
    """
    if not _BETTER_ELSEWHERE.search(source):
        with suppress(Unlettered):
            return _compiled(source, system=False)
    return _compiled(source, system=True)


def rastered(svg: str) -> bytes:
    """
    Return a picture as a PNG of 200 dots to the inch, where it is as wide as the words of a page.

    Raises:
        Unwritable: the extra is not installed.
    """
    page = "#set page(width: 160mm, height: auto, margin: 0pt)\n"
    source = f'{page}#image(bytes({string(svg)}), format: "svg", width: 100%)\n'
    return _compiled(source, system=bool(_BETTER_ELSEWHERE.search(svg)), format="png", ppi=200.0)


def _compiled(source: str, *, system: bool, **wanted: Any) -> bytes:
    try:
        import typst  # noqa: PLC0415 -- an extra
    except ImportError:
        raise Unwritable(say("PDF needs Typst. Install Accord with its extra: pip install 'accord[pdf]'.")) from None
    folders = _folders() if system else []
    options: dict[str, Any] = {"font_paths": folders, **(wanted or _PDF)}
    try:
        return typst.compile(source.encode("utf-8"), ignore_system_fonts=not system, **options)
    except typst.TypstError as error:
        letters = dict.fromkeys(_meant("".join(_UNSHOWN.findall(error.diagnostic))))
        if letters:
            raise Unlettered(_without(letters)) from None
        raise Unwritable(say("The PDF cannot be written: {message}.", message=error.message)) from None


def _folders() -> list[str]:
    """Return the folders with fonts that ``ACCORD_FONTS`` names, which are searched besides those of the system."""
    named = [each for each in os.environ.get("ACCORD_FONTS", "").split(os.pathsep) if each]
    missing = [each for each in named if not Path(each).is_dir()]
    if missing:
        raise Unwritable(say("ACCORD_FONTS names “{missing}”, and there is no such folder.", missing=missing[0]))
    return named


def _meant(quoted: str) -> str:
    """Return characters as they are, from how Typst quotes them."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], quoted)


def _without(letters: Iterable[str]) -> str:
    named = ", ".join(f"“{each}” (U+{ord(each):04X} {unicodedata.name(each, 'without a name')})" for each in letters)
    return (
        f"No font here can draw {named}. Install one that can, for instance Noto (Debian: apt install "
        "fonts-noto-core fonts-noto-cjk), or put its file into a folder that ACCORD_FONTS names."
    )


def language_of(tag: str) -> str:
    """Return the language of a tag as Typst names it, "und" where there is none."""
    known = _LANGUAGE.match(tag)
    return known[1] if known else "und"


def said(wording: str) -> str:
    """Return wording as calls with strings, with line ends and tabs as Typst has them."""
    plain = NOT_XML.sub("", wording.replace("\r\n", "\n").replace("\r", "\n"))
    out, at = [], 0
    for found in _SPECIAL.finditer(plain):
        out += [_piece(plain[at : found.start()]), "#linebreak();" if found[0] == "\n" else "#h(2em);"]
        at = found.end()
    return "".join([*out, _piece(plain[at:])])


def _piece(wording: str) -> str:
    return f"#{string(wording)};" if wording else ""


def string(wording: str) -> str:
    """Return a string of Typst."""
    plain = NOT_XML.sub("", wording).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'
