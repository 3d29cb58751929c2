"""
Small pictures of a table: lines, bars, marks and words at fixed places, written as SVG. Same picture, same bytes.

Words stay words: they can be read aloud, searched and copied. In a page, colours and type come from its style sheet by
the classes of the shapes, and nothing carries a style of its own; for paper the same classes are given fixed ones.

Source: docs/explanation/pictures.md.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from accord.formats.showing import NOT_XML

LINE_HEIGHT = 15
"""From one line of words to the next, in units of the picture; the letters are 12 high, on paper 14."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words; ``anchor`` is "start" | "middle" | "end"."""

    x: int
    y: int
    words: str
    anchor: str = "start"
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line; ``strong`` for one that says something, such as the days between which one lies that is not known."""

    x: int
    y: int
    to_x: int
    to_y: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark around a point; ``told`` says what it is to whoever points at it. Kinds differ in shape, not in colour."""

    x: int
    y: int
    kind: str
    told: str = ""


Shape = Words | Line | Bar | Mark


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A picture, and what it is called.

    Attributes:
        title: what it shows, in a sentence. key: for ids on a page. legend: kinds of marks, each in words.
    """

    key: str
    title: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    legend: tuple[tuple[str, str], ...] = ()


def lines_of(words: str, longest: int, most: int = 2) -> tuple[str, ...]:
    """Return words in lines of at most so many characters; what does not fit into ``most`` lines ends in "…"."""
    lines = textwrap.wrap(words, longest, break_long_words=True) or [""]
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), longest, placeholder=" …"))


def words_at(x: int, y: int, lines: Iterable[str], anchor: str = "start") -> Iterator[Words]:
    """Yield lines of words below one another, centred on a height."""
    told = tuple(lines)
    first = y + 4 - (len(told) - 1) * LINE_HEIGHT // 2
    for place, line in enumerate(told):
        yield Words(x, first + place * LINE_HEIGHT, line, anchor)


def svg_of(picture: Picture) -> str:
    """Return the picture for a page: it takes colours and type from the style sheet of the page."""
    name = f"picture-{picture.key}"
    head = f'<svg class="picture" role="img" aria-labelledby="{name}" {_size(picture)}><title id="{name}">'
    return f"{head}{_safe(picture.title)}</title>{''.join(map(_shape, picture.shapes))}</svg>"


def mark_of(kind: str) -> str:
    """Return a mark alone, for the legend of a page; the word stands beside it."""
    return f'<svg class="picture-mark" aria-hidden="true" width="16" height="16">{_shape(Mark(8, 8, kind))}</svg>'


def drawn_size(picture: Picture) -> tuple[int, int]:
    """Return width and height of the picture on paper, with its legend, in units of the picture."""
    return picture.width, picture.height + 20 * len(picture.legend)


def paper_svg_of(picture: Picture) -> str:
    """Return the picture for paper: in one ink, with the marks told below it."""
    below = (_shape(shape) for row in _legend(picture) for shape in row)
    size = f'xmlns="http://www.w3.org/2000/svg" {_size(picture, drawn_size(picture)[1])}'
    return f"<svg {size}><style>{_INK}</style>{''.join(map(_shape, picture.shapes))}{''.join(below)}</svg>"


_INK = (
    "text{font-family:'Libertinus Serif',serif;font-size:14px;fill:#17201c}.quiet{fill:#46514b}"
    ".line{stroke:#d3dad5;stroke-width:1}.strong{stroke:#46514b;stroke-width:2}.bar{fill:#83a69e}"
    ".mark{stroke:#17201c;stroke-width:1.5;fill:none}.solid{fill:#17201c}"
)


def _legend(picture: Picture) -> Iterator[tuple[Shape, ...]]:
    for place, (kind, told) in enumerate(picture.legend):
        y = picture.height + 20 * place + 10
        yield Mark(8, y, kind), Words(22, y + 4, told)


def _size(picture: Picture, height: int = 0) -> str:
    width, tall = picture.width, height or picture.height
    return f'width="{width}" height="{tall}" viewBox="0 0 {width} {tall}"'


def _shape(shape: Shape) -> str:
    match shape:
        case Words():
            quiet = ' class="quiet"' if shape.quiet else ""
            return f'<text x="{shape.x}" y="{shape.y}" text-anchor="{shape.anchor}"{quiet}>{_safe(shape.words)}</text>'
        case Line():
            look = "line strong" if shape.strong else "line"
            return f'<line class="{look}" x1="{shape.x}" y1="{shape.y}" x2="{shape.to_x}" y2="{shape.to_y}"/>'
        case Bar():
            size = f'width="{shape.width}" height="{shape.height}"'
            return f'<rect class="bar" x="{shape.x}" y="{shape.y}" {size}/>'
        case Mark():
            told = f"<title>{_safe(shape.told)}</title>" if shape.told else ""
            return f"<g>{told}{_DRAWN[shape.kind](shape.x, shape.y)}</g>"


def _circle(x: int, y: int, look: str, more: str = "") -> str:
    return f'<circle class="{look}" cx="{x}" cy="{y}" r="5"{more}/>'


def _half(x: int, y: int) -> str:
    return f'{_circle(x, y, "mark")}<path class="solid" d="M{x} {y - 5}a5 5 0 0 1 0 10z"/>'


def _cross(x: int, y: int) -> str:
    return f'<path class="mark" d="M{x - 4} {y - 4}l8 8M{x + 4} {y - 4}l-8 8"/>'


def _diamond(x: int, y: int, look: str) -> str:
    return f'<path class="{look}" d="M{x} {y - 6}l6 6l-6 6l-6 -6z"/>'


_DRAWN: dict[str, Callable[[int, int], str]] = {
    "full": lambda x, y: _circle(x, y, "mark solid"),
    "half": _half,
    "empty": lambda x, y: _circle(x, y, "mark"),
    "dots": lambda x, y: _circle(x, y, "mark", ' stroke-dasharray="2 2"'),
    "cross": _cross,
    "diamond": lambda x, y: _diamond(x, y, "mark solid"),
    "wish": lambda x, y: _diamond(x, y, "mark"),
    "line": lambda x, y: f'<path class="line strong" d="M{x - 7} {y}h14"/>',
}


def _safe(words: str) -> str:
    return escape(NOT_XML.sub("", words))
