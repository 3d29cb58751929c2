"""
What changed from one text to the next, as one HTML file: word by word, nothing said by colour alone.

Source: docs/reference/formats.md, "Comparison".
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from accord.engine.text.comparing import Change, Comparison
from accord.engine.text.diffing import changes, side
from accord.engine.text.tokens import END, Tokens
from accord.formats.html import direction_of, opening, safe, style_of
from accord.formats.showing import SAMPLE

PARTS = {
    "uncovered": ("Not accounted for", "Wording that changed without anybody having proposed it in the earlier text."),
    "reopened": ("Reopened", "Paragraphs that had been agreed and are in dispute again."),
    "agreed": ("Agreed", "Paragraphs that were agreed ad referendum since."),
    "moved": ("Moved", "Paragraphs that stand in another place; their wording is below where it changed as well."),
    "renumbered": ("Numbered anew", "Paragraphs that somebody numbers otherwise; that is no other wording."),
    "changed": ("Changed", "All changes of wording and brackets, in the order of the later text."),
}
"""The parts of a comparison in the order in which a reader needs them: heading, and what stands beneath it."""

_LONGEST = 20_000
"""Characters of a paragraph beyond which it is shown as a whole before and after, not word by word."""


def write_comparison(comparison: Comparison, *, old: str, new: str, sample: bool = False) -> bytes:
    """
    Return a comparison as one HTML file; the same comparison gives the same bytes.

    Args:
        old, new: what the two texts are called.
        sample: whether either is a sample, which the file then says at the head of every page.
    """
    return "".join(_page(comparison, old, new, sample)).encode("utf-8")


def _page(comparison: Comparison, old: str, new: str, sample: bool) -> Iterator[str]:
    sheet = files("accord").joinpath("data/formats/compared.css").read_text(encoding="utf-8")
    style = style_of(sample) + sheet
    yield from opening(f"{old} → {new}", style)
    yield from _head(comparison, old, new, sample)
    yield "<main>\n"
    silent = set(comparison.uncovered)
    for part, (heading, explained) in PARTS.items():
        found: tuple[Change, ...] = getattr(comparison, part)
        yield f'<section id="{part}">\n<h2>{heading} ({len(found)})</h2>\n'
        yield f'<p class="explained">{explained if found else "None."}</p>\n'
        yield from (_short(change) if part == "uncovered" else _change(change, silent) for change in found)
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _head(comparison: Comparison, old: str, new: str, sample: bool) -> Iterator[str]:
    yield "<header>\n"
    if sample:
        yield f'<p class="sample">{safe(SAMPLE)}</p>\n'
    yield "<h1>What changed</h1>\n"
    yield f'<p>From <bdi class="by">{safe(old)}</bdi> to <bdi class="by">{safe(new)}</bdi>.</p>\n'
    yield "<ul>\n<li><del>Struck out</del>: gone. <ins>Underlined</ins>: new.</li>\n</ul>\n<nav><ul>\n"
    for part, (heading, _) in PARTS.items():
        yield f'<li><a href="#{part}">{heading}: {len(getattr(comparison, part))}</a></li>\n'
    yield "</ul></nav>\n</header>\n"


def _short(change: Change) -> str:
    """Return a line that leads to the change itself, which stands among all changes."""
    words = " ".join((change.new or change.old or "").split())
    cut = words if len(words) <= 100 else f"{words[:100].rsplit(' ', 1)[0]} …"
    place = f'<a href="#{_name(change)}">{safe(change.block)}</a>'
    return f'<p class="short" dir="auto">{place} <span>{safe(cut)}</span></p>\n'


def _change(change: Change, silent: set[Change]) -> str:
    what = "New paragraph. " if change.old is None else "Paragraph taken out. " if change.new is None else ""
    differs = change.old != change.new
    note = "Not accounted for." if differs and change in silent else ""
    name = f' id="{_name(change)}"' if differs else ""
    said = f'<p class="place">{safe(change.block)}{". " if what or note else ""}{what}{note}</p>'
    wording = "".join(_marked(change.old or "", change.new or ""))
    direction = direction_of(change.new or change.old or "")
    return f'<article{name}>{said}<p class="block" dir="{direction}">{wording}</p></article>\n'


def _name(change: Change) -> str:
    """Return the anchor of a change; a paragraph that was taken out has its number from the earlier text."""
    return f"{'gone' if change.new is None else 'change'}-{safe(change.block)}"


def _marked(old: str, new: str) -> Iterator[str]:
    """Yield the wording with what is gone and what is new."""
    if old == new:
        yield safe(new)
    elif max(len(old), len(new)) > _LONGEST:
        yield _as("del", old) + _as("ins", new)
    else:
        yield from _word_by_word(old, new)


def _word_by_word(old: str, new: str) -> Iterator[str]:
    before, at = side(old), 0
    for hunk in changes(before, side(new)):
        yield safe(_words(before.tokens[at : hunk.start]))
        yield _as("del", _words(before.tokens[hunk.start : hunk.end])) + _as("ins", _words(hunk.tokens))
        at = hunk.end
    yield safe(_words(before.tokens[at:]))


def _words(tokens: Tokens) -> str:
    return "".join(token for token in tokens if token != END)


def _as(tag: str, wording: str) -> str:
    return f"<{tag}>{safe(wording)}</{tag}>" if wording else ""
