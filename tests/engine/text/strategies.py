"""
Negotiations to try the laws on: a base and what delegations make of it, in eight languages and in hostile characters.

All wording is invented for these tests.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

CODES = ("XAA", "XBB", "XCC", "XDD", "XEE", "XFF", "XGG", "XHH", "XII", "XJJ")

SENTENCES = {
    "en": "The Parties shall exchange data once a year, and may publish a joint report on their work.",
    "ru": "Стороны обмениваются данными раз в год и могут публиковать совместный доклад о своей работе.",
    "kk": "Тараптар жылына бір рет деректер алмасады және бірлескен есепті жариялай алады.",
    "fr": "Les Parties échangent des données une fois par an ; elles publient un rapport sur l’état d’avancement.",
    "es": "Las Partes intercambiarán datos una vez al año y podrán publicar un informe común sobre su labor.",
    "ar": "تتبادل الأطراف البيانات مرة في السنة، ويجوز لها أن تنشر تقريرا مشتركا عن عملها.",
    "zh": "各方每年交换一次数据，并可发表关于其工作的联合报告。",
    "hy": "Կողմերը տարին մեկ անգամ փոխանակում են տվյալներ և կարող են հրապարակել համատեղ զեկույց։",
}

MARKS = (
    *"[]\\%,.;:()|-\"'\t\f\r",
    "\n",
    " ",
    "  ",
    "[[",
    "][",
    "] [",
    "\\[",
    "\\s",
    "\\|",
    "\\n",
    "no text",
    "XAA: ",
    "[XBB: ",
    "XAA reserve: ",
    " [XAA number: 4.]",
    "\n(b) ",
    "\n2. ",
    "[XAA note: late]",
    "[agreed ad ref]",
    " [agreed ad ref in plenary; pending XAA]",
    "agreed ad ref",
    "[reopened]",
    "%accord 1",
    "\n%base",
    "\u00a0",
    "e\u0301",
    "й",
    "и\u0306",
    "क्\u200dष",
    "می\u200cشود",
)
"""What the notation, the splitting or the encoding might stumble over."""

PARTINGS = ("\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\t\n\n", "\r\n\r\n", "\n\f\n", "\n\n\n\n\n")
ENDINGS = ("\n", "\n", "\n", "", "\n\n", " ", " \n", "\r\n", "\n\n\n ", "\f")
OPENINGS = ("", "", "", "\n", " ", "\n \n", "\ufeff", "\t")


@dataclass(frozen=True)
class Negotiation:
    """A base and what each delegation made of it."""

    base: str
    versions: dict[str, str]


WORDS = st.sampled_from(sorted({word for sentence in SENTENCES.values() for word in sentence.split()[:6]}))
PIECES = WORDS | WORDS | st.sampled_from(MARKS)
WILD = st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)
PARAGRAPHS = st.sampled_from(sorted(SENTENCES.values())) | WILD


NUMBERS = st.sampled_from(["", "", "{}. ", "({}) ", "Article {}\n", "第{}条 "])
"""How the paragraphs of a document are numbered."""


def numbered(paragraphs: list[str], form: str) -> list[str]:
    """The paragraphs with numbers in this form, beginning from 1; as they are where it is ""."""
    return [form.format(number) + each for number, each in enumerate(paragraphs, 1)]


def renumbered(paragraphs: list[str]) -> list[str]:
    """The paragraphs with the first number at the beginning of each put in order again."""
    return [re.sub(r"^(\D{0,8})\d+", rf"\g<1>{number}", each, count=1) for number, each in enumerate(paragraphs, 1)]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Any document that the command line takes."""
    paragraphs = numbered(draw(st.lists(PARAGRAPHS, max_size=5)), draw(NUMBERS))
    out = draw(st.sampled_from(OPENINGS))
    for index, paragraph in enumerate(paragraphs):
        out += draw(st.sampled_from(PARTINGS)) if index else ""
        out += paragraph
    return draw(dressings(out + draw(st.sampled_from(ENDINGS))))


def dressings(document: str) -> st.SearchStrategy[str]:
    """The document as programs may save it: CRLF, a byte order mark, decomposed letters."""
    return st.sampled_from(
        [
            document,
            document,
            document,
            document.replace("\n", "\r\n"),
            "\ufeff" + document,
            unicodedata.normalize("NFD", document),
            unicodedata.normalize("NFC", document),
            "\ufeff" + unicodedata.normalize("NFD", document.replace("\n", "\r\n")),
        ]
    )


@st.composite
def edited(draw: st.DrawFn, document: str) -> str:
    """The document as a delegation hands it in again: words and paragraphs changed, moved, split, merged."""
    paragraphs = document.split("\n\n")
    for _ in range(draw(st.integers(0, 4))):
        if not paragraphs:
            break
        at = draw(st.integers(0, len(paragraphs) - 1))
        paragraphs[at : at + 1] = draw(_of_paragraph(paragraphs[at]))
        if draw(st.booleans()) and len(paragraphs) > 1:
            paragraphs = draw(_of_order(paragraphs))
    paragraphs = renumbered(paragraphs) if draw(st.booleans()) else paragraphs
    return draw(dressings("\n\n".join(paragraphs)))


def _of_paragraph(paragraph: str) -> st.SearchStrategy[list[str]]:
    """What one paragraph becomes."""
    whole = st.sampled_from([[], [paragraph, paragraph], [paragraph + " "], [" " + paragraph], [paragraph.rstrip(".")]])
    return st.one_of(
        _of_words(paragraph).map(lambda each: [each]),
        _of_words(paragraph).map(lambda each: [each]),
        _of_words(paragraph).map(lambda each: [each]),
        PARAGRAPHS.map(lambda new: [paragraph, new]),
        PARAGRAPHS.map(lambda new: [new]),
        st.integers(0, len(paragraph)).map(lambda at: [paragraph[:at], paragraph[at:]]),
        whole,
    )


@st.composite
def _of_words(draw: st.DrawFn, paragraph: str) -> str:
    words = paragraph.split(" ")
    start = draw(st.integers(0, len(words)))
    end = draw(st.integers(start, min(len(words), start + 3)))
    return " ".join([*words[:start], *draw(st.lists(PIECES, max_size=3)), *words[end:]])


@st.composite
def _of_order(draw: st.DrawFn, paragraphs: list[str]) -> list[str]:
    at = draw(st.integers(0, len(paragraphs) - 2))
    if draw(st.booleans()):
        return [*paragraphs[:at], f"{paragraphs[at]} {paragraphs[at + 1]}", *paragraphs[at + 2 :]]
    return [*paragraphs[:at], *paragraphs[at + 1 :], paragraphs[at]]


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    """A base and up to ten versions; some are equal, some are other documents altogether, some empty."""
    base = draw(documents())
    made: list[str] = []
    for _ in CODES[: draw(st.integers(1, 10) | st.integers(1, 4))]:
        same = [st.sampled_from([base, *made])]
        made.append(draw(st.one_of(edited(base), edited(base), edited(base), *same, documents(), st.just(""))))
    return Negotiation(base, dict(zip(CODES, made, strict=False)))


LIKE = (
    "The Council met in Almaty.",
    "They noted the report of the Chair.",
    "They noted a written report of the Chair.",
    "Experts may attend meetings of groups.",
    "Experts shall attend the meetings of groups.",
    "1. Delegations noted that peace is possible.",
    "2. Delegations noted that a lasting peace is possible.",
    "## Order",
    "Order",
)
"""Few paragraphs, some of which are like others: the more often they stand somewhere, the harder to tell apart."""


@st.composite
def shuffles(draw: st.DrawFn) -> Negotiation:
    """A base and up to four versions of like paragraphs, put in, taken out, replaced and moved."""
    paragraphs = st.sampled_from(LIKE)
    base = draw(st.lists(paragraphs, max_size=7))
    versions = {code: draw(_shuffled(base)) for code in CODES[: draw(st.integers(1, 4))]}
    joined = {code: "".join(f"{each}\n\n" for each in version)[:-1] for code, version in versions.items()}
    return Negotiation("".join(f"{each}\n\n" for each in base)[:-1], joined)


@st.composite
def _shuffled(draw: st.DrawFn, base: list[str]) -> list[str]:
    version = list(base)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(version)))
        gone = [version.pop(at)] if at < len(version) and draw(st.booleans()) else []
        new = draw(st.lists(st.sampled_from([*gone, *LIKE]), max_size=2))
        place = draw(st.integers(0, len(version)))
        version = [*version[:place], *new, *version[place:]]
    return version
