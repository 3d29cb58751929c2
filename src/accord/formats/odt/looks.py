"""
How the styles of an OpenDocument text show wording: hidden, struck, underlined, bold, italic, in a colour.

What a style with a name of its own does to letters is its design, unless it hides or strikes them; what somebody
marked by hand stands in the automatic styles.

Source: OpenDocument 1.3, part 3, 16 (styles) and 20 (formatting attributes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from accord.formats.odt.names import FO, OFFICE, STYLE, TEXT
from accord.formats.paper.roles import roles_of
from accord.formats.word.formatting import colour_name

Look = Mapping[str, str]
"""Properties that are set, each with the way that it shows wording in, "" where it is switched off."""

PLAIN: Look = {}
_ALWAYS = ("display", "struck")
_NO_LINE = frozenset({"", "none"})
_LONGEST_CHAIN = 20
_CODED = re.compile("_([0-9a-f]{2})_")
Key = tuple[str, str]
"""Family and name of a style."""


@dataclass(frozen=True, slots=True)
class Looks:
    """
    Styles by family ("paragraph", "text") and name.

    Attributes:
        looks: how each shows its wording. lists: the list that a style of paragraphs numbers with, "" for none.
        roles: what each means in a rolling text that Accord wrote; none in any other.
    """

    looks: Mapping[Key, Look]
    lists: Mapping[str, str]
    roles: Mapping[Key, str]

    def of(self, family: str, name: str | None) -> Look:
        """Return how a style shows its wording; plainly where it is not known."""
        return self.looks.get((family, name or ""), PLAIN)

    def role(self, family: str, name: str | None) -> str:
        """Return what a style means in a rolling text that Accord wrote; "" for nothing."""
        return self.roles.get((family, name or ""), "")


def ways_of(look: Look, *, link: bool) -> tuple[str, ...]:
    """Return how wording is shown, such as ("hidden", "red"); the colour and line of a link mean nothing."""
    return tuple(way for name, way in look.items() if way and (name in _ALWAYS or not link))


def read_looks(roots: list[etree._Element]) -> Looks:
    """Return the styles in these parts; where two have one name, the later part's holds."""
    styles = {
        (str(each.get(STYLE + "family", "")), str(each.get(STYLE + "name", ""))): each
        for root in roots
        for each in root.iter(STYLE + "style")
    }
    chains = {key: list(_chain(key, styles)) for key in styles}
    lists = {name: _list_of(chain) for (family, name), chain in chains.items() if family == "paragraph"}
    return Looks(
        {key: _look(chain) for key, chain in chains.items()},
        {name: found for name, found in lists.items() if found is not None},
        dict(_roles(chains)),
    )


def _chain(key: tuple[str, str], styles: Mapping[tuple[str, str], etree._Element]) -> Iterator[etree._Element]:
    """Yield a style and those it is based on, each once."""
    seen: set[tuple[str, str]] = set()
    while key in styles and key not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(key)
        yield styles[key]
        key = key[0], str(styles[key].get(STYLE + "parent-style-name", ""))


def _list_of(chain: list[etree._Element]) -> str | None:
    return next(
        (each.get(STYLE + "list-style-name") for each in chain if each.get(STYLE + "list-style-name") is not None), None
    )


def _roles(chains: Mapping[Key, list[etree._Element]]) -> Iterator[tuple[Key, str]]:
    """Yield what styles mean, those that are based on others too."""
    found = roles_of((" ".join(key), _shown_name(chain[0])) for key, chain in chains.items())
    for key, chain in chains.items():
        roles = (found.get(f"{key[0]} {each.get(STYLE + 'name')}", "") for each in chain) if found else ()
        if role := next(filter(None, roles), ""):
            yield key, role


def _shown_name(style: etree._Element) -> str:
    """Return a style's name as people see it."""
    return str(style.get(STYLE + "display-name") or _CODED.sub(_decoded, str(style.get(STYLE + "name", ""))))


def _decoded(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _look(chain: list[etree._Element]) -> Look:
    found: dict[str, str] = {}
    for style in reversed(chain):
        by_hand = _parent_name(style) == "automatic-styles"
        own = dict(_properties(style))
        found |= {name: way for name, way in own.items() if by_hand or name in _ALWAYS}
    return found


def _parent_name(style: etree._Element) -> str:
    parent = style.getparent()
    return "" if parent is None else str(parent.tag).removeprefix(OFFICE)


def _properties(style: etree._Element) -> Iterator[tuple[str, str]]:
    for each in style.iterchildren(STYLE + "text-properties"):
        if (display := each.get(TEXT + "display")) is not None:
            yield "display", "hidden" if display == "none" else ""
        if (line := _line(each, "line-through")) is not None:
            yield "struck", "struck" if line not in _NO_LINE else ""
        if (line := _line(each, "underline")) is not None:
            yield "underlined", "underlined" if line not in _NO_LINE else ""
        if (weight := each.get(FO + "font-weight")) is not None:
            yield "bold", "bold" if weight in {"bold", "600", "700", "800", "900"} else ""
        if (slant := each.get(FO + "font-style")) is not None:
            yield "italic", "italic" if slant in {"italic", "oblique"} else ""
        if (colour := each.get(FO + "color")) is not None:
            yield "colour", colour_name(colour.lstrip("#"))
        if (ground := each.get(FO + "background-color")) is not None:
            named = colour_name(ground.lstrip("#"))
            yield "ground", f"highlighted {named}" if named else ""


def _line(properties: etree._Element, kind: str) -> str | None:
    """Return the style or type of a line; None where nothing is said of one."""
    return next(
        (
            str(value)
            for what in ("style", "type")
            if (value := properties.get(f"{STYLE}text-{kind}-{what}")) is not None
        ),
        None,
    )
