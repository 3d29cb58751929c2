"""Partners in a report: other organisations, structures of them, and states outside; never the council itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.reading.lexicon import Organisation
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import STATED, Partner
from accord.engine.reading.phrases import Hit, Placed, first_of
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.said import say


def partners_of(mentions: Mentions) -> list[Partner]:
    """Return the partners of a report, one item each, in order of place."""
    out: dict[str, Partner] = {}
    for sentence in mentions.script.sentences:
        if not sentence.headline and _tells_of_partners(mentions, sentence):
            for key, partner in _in_sentence(mentions, sentence):
                out.setdefault(key, partner)
    return list(out.values())


def _tells_of_partners(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence speaks of working with others: a cue, "взаимодействие ОДКБ с ООН", one that speaks up."""
    named = mentions.organisations_in(sentence.first, sentence.last)
    return (
        mentions.has("partner_cues", sentence)
        or mentions.has("acceding", sentence)
        or _links(mentions, sentence)
        or any(_speaks_up(mentions, sentence, each) for each in named)
    )


def _links(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether "cooperation … with" has only the council's own name between."""
    tokens = mentions.script.tokens
    for noun in mentions.hits("partner_links", sentence.first, sentence.last):
        at = noun.last
        while at < sentence.last and (at in mentions.named or tokens[at].folded in ("of", "the")):
            at += 1
        if noun.last < at < sentence.last and tokens[at].folded in ("with", "с", "со"):
            return True
    return False


def _speaks_up(mentions: Mentions, sentence: Sentence, each: Hit[Organisation]) -> bool:
    """Whether another organisation says something at the meeting: it is the subject that a verb of speech follows."""
    before = mentions.script.tokens[each.first - 1].folded if each.first > sentence.first else ""
    verbs = mentions.hits("speech", each.last, min(each.last + 10, sentence.last))
    return bool(verbs) and before in ("", "the") and not _is_own(mentions, each.value)


def _in_sentence(mentions: Mentions, sentence: Sentence) -> Iterator[tuple[str, Partner]]:
    for hit in mentions.organisations_in(sentence.first, sentence.last):
        if not _is_own(mentions, hit.value) and not _is_something_else(mentions, hit, sentence):
            yield hit.value.id, _organisation(mentions, hit)
    if mentions.main is not None and mentions.main.members:
        yield from _states(mentions, sentence, mentions.main)


def _is_own(mentions: Mentions, organisation: Organisation) -> bool:
    """Whether it is the council's own organisation, or a structure of that."""
    return mentions.main is None or mentions.main.id in (organisation.id, organisation.parent)


def _is_something_else(mentions: Mentions, hit: Hit[Organisation], sentence: Sentence) -> bool:
    """Whether the name belongs to another thing: UN Charter, a UN resolution, under the auspices of the UN."""
    tokens = mentions.script.tokens
    after = (
        mentions.lexicon.table("no_partner").at(tokens, hit.last, sentence.last) if hit.last < sentence.last else None
    )
    before = mentions.hits("no_partner", max(sentence.first, hit.first - 4), hit.first)
    return after is not None or any(each.last >= hit.first - 2 for each in before)


def _organisation(mentions: Mentions, hit: Hit[Organisation]) -> Partner:
    language, found = mentions.script.language, hit.value
    known = mentions.register.partner_table.at(mentions.script.tokens, hit.first, hit.last)
    known_id = (
        known.value.id
        if known and known.last == hit.last
        else next((each.id for each in mentions.register.partners if each.id == found.id), None)
    )
    place = mentions.evidence(
        hit.first, hit.last, STATED, say("Named as a partner, or as one who works with the council.")
    )
    if found.parent is not None:
        return Partner(
            known_id, found.names[language], mentions.lexicon.by_id[found.parent].short[language], "structure", place
        )
    return Partner(known_id, found.names[language], None, "organisation", place)


def _and_with(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].folded in ("and", "и") and tokens[at + 1].folded in ("with", "с")


def _states(mentions: Mentions, sentence: Sentence, main: Organisation) -> Iterator[tuple[str, Partner]]:
    """Yield states outside that the sentence calls observers or partners, or with which the council cooperates."""
    tokens = mentions.script.tokens
    called = mentions.hits("observer_states", sentence.first, sentence.last)
    places = [at for hit in called for at in (hit.first, hit.first - 1) if at >= sentence.first]
    role = any(tokens[at].folded in ("as", "в", "как") for at in places)
    linked = _linked(mentions, sentence)
    for hit in mentions.states_in(sentence.first, sentence.last):
        if hit.value in main.members or _is_of_a_post(mentions, hit):
            continue
        if role or any(0 <= hit.first - each.last <= 14 for each in called) or hit.first in linked:
            name = _as_subject(mentions, hit)
            why = say("A state outside of the organisation, named as its partner.")
            yield hit.value, Partner(None, name, None, "state", mentions.evidence(hit.first, hit.last, STATED, why))


def _as_subject(mentions: Mentions, state: Hit[str]) -> str:
    """Return a state's name as a subject has it where the forms of the name are known (Иран), else as written."""
    written = mentions.script.quote(state.first, state.last)
    groups = (form.split("|") for form in mentions.lexicon.countries.get(state.value, ())[1:2])
    return next((group[0] for group in groups if written in group), written)


def _is_of_a_post(mentions: Mentions, state: Hit[str]) -> bool:
    """Whether a state only says whose a post is: the Japanese Prime Minister."""
    posts = mentions.hits("posts", state.last, min(state.last + 3, len(mentions.script.tokens)))
    return any(post.first == state.last for post in posts)


def _linked(mentions: Mentions, sentence: Sentence) -> set[int]:
    """Return the places of those with whom the council works: behind "cooperation with", and on along its list."""
    tokens = mentions.script.tokens
    cues = mentions.hits("partner_cues", sentence.first, sentence.last)
    linked = {hit.last for hit in cues if tokens[hit.last - 1].folded in ("with", "с", "со")}
    linked |= {hit.last for hit in mentions.hits("acceding", sentence.first, sentence.last)}
    linked |= {at + 2 for at in range(sentence.first, sentence.last - 2) if linked and _and_with(tokens, at)}
    people = mentions.hits("through_people", sentence.first, sentence.last)
    linked |= {hit.last for hit in people if hit.first in linked}
    named: list[Placed] = [
        *mentions.states_in(sentence.first, sentence.last),
        *mentions.organisations_in(sentence.first, sentence.last),
    ]
    for each in sorted(named, key=first_of):
        if {each.first, each.first - (tokens[each.first - 1].folded == "the")} & linked:
            linked |= {each.first, _next_in_list(tokens, each.last, sentence.last)}
    return linked


def _next_in_list(tokens: Sequence[Token], at: int, last: int) -> int:
    """Return where the next of a list may begin: behind a comma, "and", or both; ``at`` itself where none follows."""
    while at < last and tokens[at].folded in (",", "and", "и"):
        at += 1
    return at
