"""Whose a person is where no post says so: a state in brackets, before a dash, in a list, or that was represented."""

from __future__ import annotations

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.names import Run
from accord.engine.reading.phrases import Hit
from accord.engine.reading.words import word_set


def state_behind(mentions: Mentions, run: Run) -> str | None:
    """Return the state behind a name: Murat X (Kazakhstan), President Y of the Philippines."""
    tokens = mentions.script.tokens
    if run.last + 1 >= len(tokens) or tokens[run.last].folded not in ("(", "of"):
        return None
    begin = run.last + 1 + (tokens[run.last + 1].folded == "the")
    inside = mentions.states_in(begin, begin + 1)
    return inside[0].value if inside else None


def represented(mentions: Mentions, run: Run) -> str | None:
    """Return the state that a person sat for: Moldova was represented by its ambassador X; Молдавию представлял X."""
    sentence = mentions.script.sentence_at(run.first)
    cues = mentions.hits("representing", max(sentence.first, run.first - 14), run.first)
    between = mentions.script.tokens[cues[-1].last : run.first] if cues else []
    apposed = all(not token.is_capital for token in between) and between[-1:] and between[-1].text == ","
    if not cues or any(token.text in ",;." for token in (between[:-1] if apposed else between)):
        return None  # its ambassador, X, is behind the comma; its ambassador X, Y is not
    states = [each for each in mentions.states_in(sentence.first, cues[-1].first) if cues[-1].first - each.last <= 2]
    return states[-1].value if states else None


def state_in_list(mentions: Mentions, run: Run) -> str | None:
    """Return the state before a name, with a dash or behind a plural post, where the sentence tells who was there."""
    tokens, sentence = mentions.script.tokens, mentions.script.sentence_at(run.first)
    told = mentions.has("present_cues", sentence) or plural_post(mentions, run) is not None
    if run.first < sentence.first + 2 or not told:
        return None
    dash = tokens[run.first - 1].text in "–—-" and tokens[run.first - 1].end < tokens[run.first].start
    comma = tokens[run.first - 1].text == ","
    states = [
        each for each in mentions.states_in(sentence.first, run.first) if each.last == run.first - (dash or comma)
    ]
    if not states or not (dash or _is_of_several(mentions, sentence.first, states[-1])):
        return None
    if comma and not (_is_owner(mentions, states[-1]) and plural_post(mentions, run)):
        return None
    return states[-1].value


def _is_of_several(mentions: Mentions, first: int, state: Hit[str]) -> bool:
    """Whether a state stands in the list behind a plural post: "вице-премьеры Армении X, Беларуси Y и России Z"."""
    word = mentions.script.tokens[state.last - 1]
    named = word.is_capital and not word.folded.endswith(("ский", "ского", "ская", "ской"))
    return named and any(hit.first not in mentions.named for hit in mentions.hits("plural_posts", first, state.first))


def _is_owner(mentions: Mentions, state: Hit[str]) -> bool:
    """Whether "of" stands before a state: "the ambassadors of Kenya, X, and of Algeria, Y"."""
    near = [token.folded for token in mentions.script.tokens[max(0, state.first - 2) : state.first]]
    return near[-1:] == ["of"] or near == ["of", "the"]


_IN_LIST = word_set(", ( ) . : – — - and of the и а также as well")


def plural_post(mentions: Mentions, run: Run) -> Hit[str] | None:
    """
    Return the post of several people in whose list a name stands; None where it stands in none.

    Nothing but names, states and what joins them may stand between: "the foreign ministers of Belarus X, of India Y
    and Z (China)".
    """
    sentence = mentions.script.sentence_at(run.first)
    hits = [hit for hit in mentions.hits("plural_posts", sentence.first, run.first) if hit.first not in mentions.named]
    if not hits or not all(_is_listed(mentions, at) for at in range(hits[-1].last, run.first)):
        return None
    return hits[-1]


def _is_listed(mentions: Mentions, at: int) -> bool:
    token = mentions.script.tokens[at]
    return token.is_capital or token.folded in _IN_LIST or at in mentions.taken
