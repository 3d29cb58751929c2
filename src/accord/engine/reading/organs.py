"""Organs in a report: found by their names, given to their organisations, and named as the register has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.engine.reading.generic_organs import head_of
from accord.engine.reading.lexicon import Lexicon, Organisation, OrganKind, Register
from accord.engine.reading.model import Named
from accord.engine.reading.phrases import Hit, first_of
from accord.engine.reading.tokens import Script
from accord.engine.reading.words import word_set

_BETWEEN = word_set(") of the ’ ' ’s 's - – — member states countries state -")


_GENITIVES = ("ов", "ев", "ей", "ых", "их", "ого", "его", "ой")
"""Endings of those who sit in an organ, in Russian: Координационный совет генеральных прокуроров …"""


@dataclass(frozen=True)
class Organ:
    """
    An organ named: tokens ``first`` to ``last``, its organisation included; ``own`` the tokens of its own name.

    ``organisation`` is whose it is, None where the report leaves it open.
    """

    first: int
    last: int
    own: tuple[int, int]
    kind: OrganKind
    organisation: Organisation | None
    named: Named


def organ_hits(script: Script, lexicon: Lexicon) -> list[Hit[OrganKind]]:
    """Return the organs by name; "meeting of the Foreign Ministers Council" names the council, not a meeting."""
    out: list[Hit[OrganKind]] = []
    for hit in lexicon.organ_table.find(script.tokens):
        longer = hit
        if hit.value.is_meeting:
            inner = (
                lexicon.organ_table.at(script.tokens, at, min(len(script.tokens), hit.last + 6))
                for at in range(hit.first + 1, hit.last)
            )
            longer = next((each for each in inner if each and each.last > hit.last and not each.value.is_meeting), hit)
        if not out or longer.first >= out[-1].last:
            out.append(longer)
    return out


def with_meetings(
    script: Script, lexicon: Lexicon, known: list[Hit[OrganKind]], organisations: Sequence[Hit[Organisation]]
) -> list[Hit[OrganKind]]:
    """Return the organs and the meetings that have no name of their own: "Meeting of Ministers of Transport of X"."""
    taken = {at for hit in known for at in range(hit.first, hit.last)}
    out = list(known)
    for noun in lexicon.table("meeting_nouns").find(script.tokens):
        last = _ministers(script, lexicon, noun)
        beside = next((each for each in organisations if last <= each.first <= last + 6), None)
        if last and beside is not None and not taken & set(range(noun.first, last)):
            words = " ".join(script.quote(noun.first, last).split())
            names = {script.language: words if script.language == "en" else _nominative(words)}
            kind = OrganKind("ministers", "ministers", {"en": words, "ru": words} | names, (), None, is_meeting=True)
            out.append(Hit(noun.first, last, kind))
    return sorted(out, key=first_of)


_SHORTENED = {
    "заседани": "заседание",
    "совещани": "совещание",
    "встреч": "встреча",
    "сесси": "сессия",
    "конференци": "конференция",
}


def _nominative(words: str) -> str:
    """Return "совещание министров обороны" for "совещании министров обороны"."""
    first, _, rest = words.partition(" ")
    return f"{next((form for stem, form in _SHORTENED.items() if first.casefold().startswith(stem)), first)} {rest}"


_ENDS = word_set("in held was were took on at and has have which that under with будет")


def _ministers(script: Script, lexicon: Lexicon, noun: Hit[str]) -> int:
    """Return where "of Ministers of Transport" ends behind a word for a meeting; 0 where it does not stand there."""
    tokens, at = script.tokens, noun.last
    while at < len(tokens) and tokens[at].folded in ("of", "the"):
        at += 1
    table = lexicon.table("minister_words")
    limit = min(at + 7, len(tokens))
    found = next((hit for hit in table.find(tokens, at, min(at + 3, len(tokens)))), None)
    if found is None or (at == noun.last and script.language == "en"):
        return 0
    place = found.last
    while (
        place < limit
        and tokens[place].is_word
        and tokens[place].folded not in _ENDS
        and not tokens[place].folded.startswith(("государств", "стран", "член"))
    ):
        following = lexicon.organisation_table.at(tokens, place + 1, len(tokens)) if place + 1 < len(tokens) else None
        if lexicon.organisation_table.at(tokens, place, len(tokens)) or (
            tokens[place].folded in ("of", "the") and (following or tokens[place + 1].folded == "the")
        ):
            break
        place += 1
    return place


def named_again(script: Script, organs: Sequence[Organ], organisations: Sequence[Hit[Organisation]]) -> Iterator[Organ]:
    """Yield the places where an organ named before is "the Council" alone, or the letters that stood behind it."""
    inside = {at for group in (organs, organisations) for each in group for at in range(each.first, each.last)}
    by_head: dict[str, Organ] = {}
    for each in organs:
        for at in range(*each.own):
            head = head_of(script.tokens[at], script.language)
            if head and not each.kind.is_meeting:
                by_head.setdefault(head, each)
    yield from _abbreviated_again(script, organs, inside)
    for at, token in enumerate(script.tokens):
        head = head_of(token, script.language) if at not in inside and token.is_capital else ""
        if head in by_head and _stands_alone(script, at):
            yield replace(by_head[head], first=at, last=at + 1, own=(at, at + 1))


def _abbreviated_again(script: Script, organs: Sequence[Organ], inside: set[int]) -> Iterator[Organ]:
    """Yield the places where an organ is called by the letters that stood in brackets behind its name: (ADMM)."""
    short: dict[str, Organ] = {}
    for each in organs:
        if _is_abbreviated(script, each.last) and each.last + 1 not in inside:
            short.setdefault(script.tokens[each.last + 1].text, each)
    for at, token in enumerate(script.tokens):
        again = short.get(token.text)
        if again is not None and at not in inside and script.tokens[at - 1].text != "(":
            yield replace(again, first=at, last=at + 1, own=(at, at + 1))


def _stands_alone(script: Script, at: int) -> bool:
    """Whether "the Council" has no words of its own: those would make it another one."""
    before = script.tokens[at - 1].folded if at else ""
    after = script.tokens[at + 1] if at + 1 < len(script.tokens) else None
    opens = at == script.sentence_at(at).first  # "Council requested", as the African Union writes
    if script.language == "en" and ((before != "the" and not opens) or (after and after.folded in ("of", "on", "for"))):
        return False
    return not (after and after.is_word and after.is_capital) and not (
        script.language == "ru" and script.tokens[at - 1].is_capital
    )


def organ_of(
    hit: Hit[OrganKind],
    script: Script,
    organisations: Sequence[Hit[Organisation]],
    *,
    main: Organisation | None,
    lexicon: Lexicon,
    register: Register,
) -> Organ:
    """Return an organ with the organisation beside it, or the one that alone has it; ``main`` is the report's."""
    near = _beside(hit, script, organisations)
    own = lexicon.by_id.get(hit.value.of or "")
    organisation = own or (near.value if near else None)
    beyond = near is not None and near.last <= hit.first and script.tokens[hit.first - 1].text == ")"
    first = min(hit.first, near.first) if near and not beyond else hit.first
    last = max(hit.last, near.last) if near else hit.last
    return Organ(
        first,
        last,
        (hit.first, hit.last),
        hit.value,
        organisation,
        _named(hit, (first, last), script, organisation or main, register),
    )


def _beside(
    hit: Hit[OrganKind], script: Script, organisations: Sequence[Hit[Organisation]]
) -> Hit[Organisation] | None:
    """Return the organisation that stands directly before or behind an organ, small words aside, or that holds it."""
    holding = organisations[bisect_left(organisations, hit.first + 1, key=first_of) - 1] if organisations else None
    if holding is not None and holding.first <= hit.first and hit.last <= holding.last:
        return holding  # Nordic Council of Ministers
    at = bisect_left(organisations, hit.last, key=first_of)
    if at < len(organisations):
        after = organisations[at]
        begin = hit.last + 3 if _is_abbreviated(script, hit.last) else hit.last
        words = script.tokens[begin : after.first]
        genitive = script.language == "ru" and len(words) <= 9
        if (genitive or len(words) <= 5) and all(
            word.folded in _BETWEEN
            or (genitive and word.folded.endswith(_GENITIVES))
            or word.folded.startswith("государств")
            or word.folded.startswith("стран")
            or word.folded.startswith("член")
            for word in words
        ):
            return after
    before = (
        organisations[bisect_left(organisations, hit.first, key=first_of) - 1]
        if bisect_left(organisations, hit.first, key=first_of)
        else None
    )
    if (
        before is not None
        and before.last <= hit.first
        and all(word.folded in _BETWEEN for word in script.tokens[before.last : hit.first])
        and hit.first - before.last <= 2
    ):
        return before
    return None


def _is_abbreviated(script: Script, at: int) -> bool:
    """Whether an abbreviation in brackets stands here: (PSC)."""
    tokens = script.tokens[at : at + 3]
    return len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].text.isupper()


def _named(
    hit: Hit[OrganKind],
    whole: tuple[int, int],
    script: Script,
    organisation: Organisation | None,
    register: Register,
) -> Named:
    """Return an organ as the register has it where it is the register's; else by its usual name, and whose it is."""
    known = (
        register.organ_table.at(script.tokens, hit.first, min(len(script.tokens), hit.last + 8))
        if _is_own(organisation, register)
        else None
    )
    if known is None and _is_own(organisation, register) and hit.value.id == "summit":
        top = next((each for each in register.organs if each.more.get("level", "").startswith("heads")), None)
        return Named(top.id, top.name) if top else Named(None, hit.value.names[script.language])
    if known is None and _is_own(organisation, register) and hit.value.id in ("foreign-ministers", "defence-ministers"):
        usual = hit.value.id.replace("defence", "defense").split("-")[0].rstrip("s")
        known_by_name = next(
            (each for each in register.organs if usual in each.name.casefold() and "ministers" in each.name.casefold()),
            None,
        )
        if known_by_name:
            return Named(known_by_name.id, known_by_name.name)
    if known is not None:
        return Named(known.value.id, known.value.name)
    if script.language == "en":
        return Named(None, _plain(script.quote(*whole)))
    short = organisation.short["ru"] if organisation else ""
    name = _as_written(script.quote(hit.first, hit.last)) if hit.value.as_written else hit.value.names["ru"]
    return Named(
        None,
        name
        if not short or short in name or (organisation and organisation.names["ru"].split()[0] in name)
        else f"{name} {short}",
    )


def _is_own(organisation: Organisation | None, register: Register) -> bool:
    return organisation is None or organisation.id == register.organisation if register.organisation else False


def _as_written(words: str) -> str:
    """Return "Совет министров внутренних дел" as a subject has it; letters (СМВД) as they are."""
    first, _, rest = " ".join(words.split()).partition(" ")
    return f"Совет {rest}" if rest and first.casefold().startswith("совет") else " ".join(words.split())


def is_letters(name: str) -> bool:
    """Whether an organ is named by its letters alone: CMFA."""
    return name.isupper()


def _plain(words: str) -> str:
    return " ".join(words.split())
