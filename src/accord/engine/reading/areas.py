"""Areas of cooperation and priorities in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.reading.lexicon import Lexicon, Register
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Area, Priority
from accord.engine.reading.phrases import Hit, Phrases
from accord.engine.reading.speakers import Speakers
from accord.engine.reading.tokens import Sentence, Token, cut
from accord.engine.reading.words import word_set
from accord.engine.said import say

_INTO = word_set(
    "in include includes included are were on such : namely – — являются стали станут отнесены названы "
    "включают определены в such"
)

_FIELDS = word_set("сфере области том борьбе числе")


def areas_of(mentions: Mentions) -> list[Area]:
    """Return the areas that a report names, each at its first place."""
    out: dict[str, Area] = {}
    for sentence in mentions.script.sentences:
        for hit in mentions.hits("areas", sentence.first, sentence.last):
            if hit.value == "external" and not mentions.is_registers_own:
                continue
            if hit.first not in mentions.named and hit.value not in out:
                known = area_of(mentions.lexicon, mentions.register, hit.value) if mentions.is_registers_own else None
                words = mentions.script.quote(hit.first, hit.last)
                out[hit.value] = Area(
                    known[0] if known else None,
                    known[1] if known else words,
                    mentions.evidence(hit.first, hit.last, STATED, say("Named as a field of the common work.")),
                )
    return list(out.values())


def area_of(lexicon: Lexicon, register: Register, key: str) -> tuple[str, str] | None:
    """Return id and name of the register's area that a key of the lexicon stands for; None where there is none."""
    for known in register.areas:
        if known.id == key:
            return known.id, known.name
    table = lexicon.table("areas") if lexicon.language == "en" else None
    for known in register.areas:
        if table is not None and any(hit.value == key for hit in table.find(cut(known.name).tokens)):
            return known.id, known.name
    return None


def priorities_of(mentions: Mentions, speakers: Speakers) -> list[Priority]:
    """Return the priorities that a report lists, one item each."""
    out: list[Priority] = []
    for sentence in mentions.script.sentences:
        if not sentence.headline:
            out.extend(_in_sentence(mentions, speakers, sentence))
    return out


def _in_sentence(mentions: Mentions, speakers: Speakers, sentence: Sentence) -> Iterator[Priority]:
    tokens = mentions.script.tokens
    for noun in mentions.hits("priority_nouns", sentence.first, sentence.last)[:1]:
        places = range(noun.last, min(noun.last + 12, sentence.last))
        start = next((at for at in places if _leads_in(tokens, at)), None)
        if start is None:
            return
        fields = mentions.hits("areas", start, sentence.last) or tokens[start].text in ":–—"
        if not fields and not _is_of_chair(mentions, sentence, noun, start):
            return
        owner = _owner(mentions, speakers, sentence)
        for first, last in _items(mentions, start + 1, sentence.last):
            area = next(iter(mentions.hits("areas", first, last)), None)
            known = (
                area_of(mentions.lexicon, mentions.register, area.value) if area and mentions.is_registers_own else None
            )
            status, why = (
                (STATED, say("Listed as a priority."))
                if owner
                else (INFERRED, say("Listed as a priority; whose it is was not said."))
            )
            yield Priority(
                mentions.script.quote(first, last),
                (known[0] if known else area.value) if area else None,
                owner,
                mentions.evidence(first, last, status, why),
            )


def _is_of_chair(mentions: Mentions, sentence: Sentence, noun: Hit[str], start: int) -> bool:
    """Whether a sentence begins with the priorities of a chairmanship and lists several, whatever their fields."""
    tokens = mentions.script.tokens
    begins = noun.first - sentence.first <= 3 and bool(mentions.hits("chair_words", noun.first, start))
    return begins and any(token.text == "," for token in tokens[start : sentence.last])


def _leads_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of priorities can follow this word; "in 2028" and "in the Organization" do not lead into one."""
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    dated = tokens[at].folded == "in" and following.isdecimal()
    return tokens[at].folded in _INTO and not dated and (tokens[at].folded != "в" or following in _FIELDS)


def _items(mentions: Mentions, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a list: at commas, and at an "and" between two areas or before the last part."""
    tokens, begin = mentions.script.tokens, first
    table: Phrases[str] = mentions.lexicon.table("areas")
    for at in range(first, last):
        ends = tokens[at].text in ",;" or (
            tokens[at].folded in ("and", "и") and _parts_areas(mentions, table, begin, at, last)
        )
        if ends or tokens[at].text in ".!?”»":
            yield from _trimmed(mentions, begin, at)
            begin = at + 1
        if tokens[at].text in ".!?”»":
            return
    yield from _trimmed(mentions, begin, last)


def _parts_areas(mentions: Mentions, table: Phrases[str], begin: int, at: int, last: int) -> bool:
    """Whether different areas stand on both sides of an "and", or it joins the last part of a list without any."""
    end = next((place for place in range(at + 1, last) if mentions.script.tokens[place].text in ",;.”»"), last)
    left = {hit.value for hit in table.find(mentions.script.tokens, begin, end) if hit.last <= at}
    right = {hit.value for hit in table.find(mentions.script.tokens, begin, end) if hit.first > at}
    listed = mentions.script.tokens[begin - 1].text in ",;"
    if left or right:
        return bool(right - left) and not left & right and (bool(left) or (listed and end - at <= 8))
    begun = mentions.script.tokens[begin].folded in ("and", "и")  # A, B, and cooperation with C and D
    return listed and not begun and end - at <= 8 and (end == last or mentions.script.tokens[end].text != ",")


def _trimmed(mentions: Mentions, first: int, last: int) -> Iterator[tuple[int, int]]:
    tokens = mentions.script.tokens
    while first < last and (
        tokens[first].folded in ("and", "и", "as", "the", "well", "а", "также")
        or not (tokens[first].is_word or tokens[first].text.isdecimal())
    ):
        first += 1
    while last > first and not (tokens[last - 1].is_word or tokens[last - 1].text.isdecimal()):
        last -= 1
    if last > first:
        yield first, last


def _owner(mentions: Mentions, speakers: Speakers, sentence: Sentence) -> str | None:
    states = mentions.states_in(sentence.first, sentence.last)
    if states:
        return states[0].value
    speaker = speakers.by_sentence[sentence.number]
    return speaker.member if speaker and speaker.member else (mentions.main.short["en"] if mentions.main else None)
