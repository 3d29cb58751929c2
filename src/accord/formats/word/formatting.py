"""
Wording that is shown in a way of its own (hidden, struck, red, underlined …), and legends that say what that means.

Formatting is no wording. What it may mean is told, with the legend where there is one; it is never guessed.

Source: docs/reference/formats.md, "Reading Word".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from accord.engine.said import joined, say
from accord.formats.word.elements import W, one_line, quoted, style_of
from accord.formats.word.story import Note, Reading, Stretch

_OFF = frozenset({"0", "false", "off", "none"})
_PLAIN_COLOURS = frozenset({"auto", "000000", ""})
_PLAIN_SHADES = frozenset({"auto", "FFFFFF", "000000", "", "none", "white"})
_HUES = (
    (15, "red"),
    (45, "orange"),
    (70, "yellow"),
    (165, "green"),
    (200, "turquoise"),
    (260, "blue"),
    (330, "purple"),
)
_WORDS: Mapping[str, str] = {
    "hidden": say("hidden"),
    "struck": say("struck"),
    "underlined": say("underlined"),
    "bold": say("bold"),
    "italic": say("italic"),
    "red": say("red"),
    "orange": say("orange"),
    "yellow": say("yellow"),
    "green": say("green"),
    "turquoise": say("turquoise"),
    "blue": say("blue"),
    "purple": say("purple"),
}
_HIGHLIGHTED = "highlighted "
_MOST_WAYS = 12
_LONGEST_LEGEND = 600


def ways_of(properties: etree._Element, hidden: frozenset[str], struck: frozenset[str], *, by_paragraph: bool,
            link: bool) -> tuple[str, ...]:  # fmt: skip
    """
    Return how a run with these properties is shown: "hidden", "struck", "underlined", "bold", "italic", "red", ….

    Args:
        hidden, struck: styles that do so. by_paragraph: whether the style of its paragraph hides it.
        link: whether it is part of a link, whose colour and line mean nothing.
    """
    own = {str(each.tag).rpartition("}")[2]: each for each in properties}
    style = style_of(properties, "rStyle")
    found = []
    if _is_on(own["vanish"]) if "vanish" in own else by_paragraph or style in hidden:
        found.append("hidden")
    strikes = [each for each in ("strike", "dstrike") if each in own]
    if any(_is_on(own[each]) for each in strikes) or (not strikes and style in struck):
        found.append("struck")
    if not link:
        found += [way for name, way in (("u", "underlined"), ("b", "bold"), ("i", "italic")) if _is_on(own.get(name))]
        found += _colours(own)
    return tuple(found)


def formatting_notes(reading: Reading) -> Iterator[Note]:
    """Yield what there is to say about formatting in a text that was read."""
    for stretch in reading.shown.get("hidden", ()):
        message = say(
            'Hidden text, which no reader sees, was read as wording: "{wording}".', wording=quoted(stretch.wording)
        )
        yield Note("D001", "warning", stretch.start, message, say("Show it or delete it."))
    for stretch in reading.shown.get("struck", ()):
        message = say(
            'Struck text was read as wording, since it is no tracked change: "{wording}".',
            wording=quoted(stretch.wording),
        )
        yield Note("D002", "warning", stretch.start, message, say("Delete it where it is meant as deleted."))
    yield from _colour_notes(reading)
    yield from _legends(reading)


def _in_words(way: str) -> str:
    """Return a way as a sentence says it; a colour of Word that has no words here stands as Word calls it."""
    colour = way.removeprefix(_HIGHLIGHTED)
    words = _WORDS.get(colour, colour)
    return words if colour == way else say("highlighted {colour}", colour=words)


def _colours(own: Mapping[str, etree._Element]) -> list[str]:
    found = []
    colour, shade, marker = (own.get(name) for name in ("color", "shd", "highlight"))
    if colour is not None and str(colour.get(W + "val", "")).upper() not in {each.upper() for each in _PLAIN_COLOURS}:
        found.append(colour_name(str(colour.get(W + "val"))))
    if marker is not None and str(marker.get(W + "val", "")) not in _PLAIN_SHADES:
        found.append(f"{_HIGHLIGHTED}{marker.get(W + 'val')}")
    elif shade is not None and str(shade.get(W + "fill", "")) not in _PLAIN_SHADES:
        found.append(f"{_HIGHLIGHTED}{colour_name(str(shade.get(W + 'fill')))}")
    return [each for each in found if each.removeprefix(_HIGHLIGHTED)]


def colour_name(written: str) -> str:
    """Return the name of a colour in six hexadecimal digits; "" for black, white and grey."""
    try:
        red, green, blue = bytes.fromhex(written)
    except ValueError:
        return ""
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 40:
        return ""
    if most == red:
        hue = 60 * (green - blue) / (most - least) % 360
    elif most == green:
        hue = 60 * (blue - red) / (most - least) + 120
    else:
        hue = 60 * (red - green) / (most - least) + 240
    return next((name for below, name in _HUES if hue < below), "red")


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and str(element.get(W + "val", "true")) not in _OFF


def _is_colour(way: str) -> bool:
    return way not in {"hidden", "struck", "underlined", "bold", "italic"}


def _colour_notes(reading: Reading) -> Iterator[Note]:
    colours = {way: found for way, found in reading.shown.items() if _is_colour(way)}
    for way, stretches in sorted(colours.items(), key=lambda each: each[1][0].start)[:_MOST_WAYS]:
        if sum(each.end - each.start for each in stretches) < 0.9 * reading.length:
            first = stretches[0]
            message = say(
                '{count} × wording is {way}; the first is "{wording}". Colour is no wording.',
                count=len(stretches),
                way=_in_words(way),
                wording=quoted(first.wording),
            )
            fix = say("Say in words, or by tracked changes, what it means.")
            yield Note("D014", "info", first.start, message, fix)


# Legends

_FORMATS = {
    "underlined": r"underlin\w*|underscor\w*|подч[её]рк\w*|soulign\w*|subrayad\w*|sottolineat\w*|unterstrichen\w*",
    "struck": r"strike\w*|struck|cross(?:ed)?[ -](?:out|through)|(?:за|вы|пере)ч[её]рк\w*|barr[ée]\w*|tachad\w*"
    r"|durchgestrichen\w*",
    "bold": r"bold\w*|(?:полу)?жирн\w*|gras|negrita\w*|fett\w*",
    "italic": r"italic\w*|курсив\w*|italique\w*|cursiva\w*|kursiv\w*",
    "red": r"red|красн\w*|rouges?|roj[oa]s?|rot",
    "blue": r"blue|син(?:ий|им|его|ей|ем)\w*|голуб\w*|bleue?s?|azul(?:es)?|blau",
    "green": r"green|зел[её]н\w*|verte?s?|verdes?|grün",
    "yellow": r"yellow|ж[её]лт\w*|jaunes?|amarill\w*|gelb",
    "colour": r"colou?r\w*|highlight\w*|shad(?:ed|ing)|цвет\w*|выделен\w*|couleurs?|surlign\w*|color\w*|resaltad\w*",
}
_MEANINGS = (
    r"add\w*|new|delet\w*|remov\w*|insert\w*|propos\w*|amend\w*|chang\w*|agreed|comment\w*|pending|original"
    r"|добав\w*|дополн\w*|нов\w+|исключ\w*|удал\w*|измен\w*|предл\w*|согласован\w*|комментар\w*|встав\w*"
    r"|ajout\w*|nouve\w*|supprim\w*|suppress\w*|modifi\w*|convenu\w*|añad\w*|agreg\w*|adici\w*|suprim\w*|elimin\w*"
    r"|nuev\w*|acordad\w*|neu\w*|gestrichen\w*|gelöscht\w*"
)
_SAYS = (
    r"=|:|[–—-]|\b(?:means?|indicat\w*|denot\w*|show\w*|represent\w*|mark\w*|for|in|by|with|as|is|are)\b"
    r"|\b(?:означа\w*|обознач\w*|показ\w*|отмеч\w*|выделен\w*|indique\w*|signif\w*|indica\w*|en|bedeutet)\b"
)
_ANY = "|".join(_FORMATS.values())
_LEGEND = re.compile(
    rf"\b(?:{_ANY})\b[^.;\n]{{0,40}}?(?:{_SAYS})[^.;\n]{{0,40}}?\b(?:{_MEANINGS})"
    rf"|\b(?:{_MEANINGS})[^.;\n]{{0,40}}?(?:{_SAYS})[^.;\n]{{0,30}}?\b(?:{_ANY})\b",
    re.IGNORECASE,
)
_FORMAT_WORDS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _FORMATS.items()}


def _legends(reading: Reading) -> Iterator[Note]:
    if not reading.shown:
        return
    offset = 0
    for paragraph in reading.paragraphs:
        if len(paragraph) <= _LONGEST_LEGEND and _LEGEND.search(paragraph):
            meant = _meant(paragraph, reading.shown)
            if meant:
                counts = joined(
                    ", ",
                    (
                        say("{count} × {way}", count=len(stretches), way=_in_words(way))
                        for way, stretches in meant.items()
                    ),
                )
                message = say(
                    'A legend says what formatting means: "{paragraph}". Read as plain wording: {counts}.',
                    paragraph=one_line(paragraph),
                    counts=counts,
                )
                fix = say("Make the changes that it speaks of as tracked changes, or in words.")
                yield Note("D015", "warning", offset, message, fix)
        offset += len(paragraph) + 2


def _meant(legend: str, shown: Mapping[str, Sequence[Stretch]]) -> dict[str, Sequence[Stretch]]:
    """Return the ways of showing wording that a legend names."""
    named = {name for name, words in _FORMAT_WORDS.items() if words.search(legend)}
    return {
        way: stretches
        for way, stretches in shown.items()
        if way in named or way.removeprefix("highlighted ") in named or ("colour" in named and _is_colour(way))
    }
