"""Who speaks where: the speaker of each sentence and quotation, and the subject of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import Person
from accord.engine.reading.people import Cast
from accord.engine.reading.posts import Post
from accord.engine.reading.tokens import Sentence
from accord.engine.reading.words import word_set

_PRONOUNS = frozenset(["he", "she", "он", "она"])
_NEAR = 6
_PREPOSITIONS = frozenset(("of", "by", "with", "to", "for", "between", "at", "in", "from", "в", "из", "с", "под"))
_KINDS = {"we": "we", "мы": "we", "they": "collective", "они": "collective", "i": "one", "я": "one"}


@dataclass(frozen=True)
class Subject:
    """
    Who does what a clause says: at tokens ``first`` to ``last``.

    ``kind`` is "person", "state", "collective", "we", "one" ("I") or "organisation"; ``name`` the state's code, the
    person's name or the words.
    """

    first: int
    last: int
    kind: str
    name: str
    person: Person | None = None


@dataclass(frozen=True)
class Speakers:
    """The speaker of each sentence, None where nobody is said to speak."""

    mentions: Mentions
    cast: Cast
    by_sentence: Sequence[Person | None]

    def at(self, token: int) -> Person | None:
        """Return who speaks at a token."""
        return self.by_sentence[self.mentions.script.sentence_at(token).number]

    def subject_before(self, cue: int, sentence: Sentence) -> Subject | None:
        """Return the nearest subject before a token of its sentence; a pronoun stands for who spoke last."""
        found = [each for each in self._subjects(sentence, cue) if each.last <= cue]
        return max(found, key=lambda each: (each.last, -each.first)) if found else None

    def _subjects(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        yield from self._councils(sentence, cue)
        yield from self._people(sentence, cue)
        yield from self._states(sentence, cue)
        yield from self._own(sentence, cue)
        yield from self._pronouns(sentence, cue)

    def _councils(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        mentions = self.mentions
        organs = mentions.organs_in(sentence.first, cue)
        for organ in organs:
            if _is_subject(mentions, organ.first, sentence):
                yield Subject(organ.first, organ.last, "collective", organ.named.name)
        for hit in mentions.hits("collective_holders", sentence.first, cue):
            inside = any(each.first <= hit.first < each.last for each in organs)
            if _is_subject(mentions, hit.first, sentence) and not inside:
                yield Subject(hit.first, hit.last, "collective", hit.value)
        for each in mentions.organisations_in(sentence.first, cue):
            joined = mentions.script.tokens[each.last].folded in ("and", "и", ",") if each.last < cue else False
            if cue - each.last <= 1 and not joined:
                yield Subject(each.first, each.last, "organisation", each.value.id)

    def _people(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        for each in self.cast.named_in(sentence.first, cue):
            yield Subject(each.first, each.last, "person", each.person.name, each.person)
        for post in self.cast.posts_in(sentence.first, cue):
            person = self.person_of(post)
            if person is not None:
                yield Subject(post.first, post.last, "person", person.name, person)

    def _states(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        for state in self.mentions.states_in(sentence.first, cue):
            side = _side(self.mentions, state.last, cue)
            if side or _is_noun(self.mentions, state.first, state.last):
                yield Subject(state.first, side or state.last, "state", state.value)
        for city in self.mentions.cities_in(sentence.first, cue):
            if cue - city.last <= 1 and _is_subject(self.mentions, city.first, sentence):
                yield Subject(city.first, city.last, "state", city.value.country)  # Moscow proposes

    def _own(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        for hit in self.mentions.hits("own_state", sentence.first, cue):
            yield Subject(hit.first, hit.last, "one", hit.value)

    def _pronouns(self, sentence: Sentence, cue: int) -> Iterator[Subject]:
        for number in range(sentence.first, cue):
            token, person = self.mentions.script.tokens[number], self.by_sentence[sentence.number]
            if token.folded in _PRONOUNS and (person := person or self._named_before(sentence)) is not None:
                yield Subject(number, number + 1, "person", person.name, person)
            elif token.folded == "it" and (said := self._states_said(sentence, number)):
                yield said
            elif token.folded == "it" and number == sentence.first and self._council_spoke(sentence):
                yield Subject(number, number + 1, "collective", token.text)
            elif token.folded in _KINDS:
                said = self._states_said(sentence, number) if _KINDS[token.folded] == "collective" else None
                yield said or Subject(number, number + 1, _KINDS[token.folded], token.text)

    def _named_before(self, sentence: Sentence) -> Person | None:
        """Return the one person of the sentence before, for whom "he" stands where nobody spoke yet."""
        before = self.mentions.script.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.paragraph != sentence.paragraph:
            return None
        named = {each.person.name: each.person for each in self.cast.named_in(before.first, before.last)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _states_said(self, sentence: Sentence, number: int) -> Subject | None:
        """Return the state before a verb of speech for which "they" stands: Algeria and Nigeria said they …"""
        verbs = self.mentions.hits("speech", sentence.first, number)
        states = self.mentions.states_in(sentence.first, verbs[-1].first) if verbs else []
        if not states or states[-1].last != verbs[-1].first or number - verbs[-1].last > 1:
            return None
        return Subject(number, number + 1, "state", states[-1].value)

    def _council_spoke(self, sentence: Sentence) -> bool:
        """Whether the sentence before, in the same paragraph, begins with an organ: "it" is that organ."""
        before = self.mentions.script.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.paragraph != sentence.paragraph:
            return False
        return bool(self.mentions.organs_in(before.first, min(before.first + 3, before.last)))

    def person_of(self, post: Post) -> Person | None:
        """Return the one person of the report who can be meant by a post without a name."""
        fitting = self._by_member.get(post.member or "", ())
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _by_member(self) -> dict[str, list[Person]]:
        out: dict[str, list[Person]] = {}
        for each in self.cast.people:
            if each.member and each.posts:
                out.setdefault(each.member, []).append(each)
        return out


def speakers_of(mentions: Mentions, cast: Cast) -> Speakers:
    """Return who speaks in each sentence: whom the paragraph names with a verb of speech, else who spoke before."""
    bare = Speakers(mentions, cast, [None] * len(mentions.script.sentences))
    own = [_attributed(bare, sentence) for sentence in mentions.script.sentences]
    return Speakers(mentions, cast, list(_carried(mentions, own, _whose_speech(bare))))


def _whose_speech(speakers: Speakers) -> Person | None:
    """Return whose speech the whole text is, by its headline; None for a report."""
    head = speakers.mentions.script.headline
    if head is None or not speakers.mentions.hits("speech_heads", head.first, min(head.first + 2, head.last)):
        return None
    named = speakers.cast.named_in(head.first, head.last)
    return named[0].person if named else None


def _carried(mentions: Mentions, own: Sequence[Person | None], spoken_by: Person | None) -> Iterator[Person | None]:
    """Yield speakers: of a sentence its own, else the last named in its paragraph, else who spoke before."""
    sentences = mentions.script.sentences
    by_paragraph: dict[int, Person] = {}
    for sentence, person in zip(sentences, own, strict=True):
        if person is not None:
            by_paragraph[sentence.paragraph] = person
    last = spoken_by
    for sentence, person in zip(sentences, own, strict=True):
        named = by_paragraph.get(sentence.paragraph) if _is_quoted(mentions, sentence) else None
        goes_on = last if _goes_on(mentions, sentence) else None
        last = person or goes_on or named or last
        yield last


def _goes_on(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a quotation is told without a name ("the minister said"): it is whoever spoke before."""
    verbs = mentions.hits("speech", sentence.first, sentence.last)
    return any(mentions.script.quotation_at(verb.first) is None for verb in verbs)


def _is_quoted(mentions: Mentions, sentence: Sentence) -> bool:
    return any(
        mentions.script.quotation_at(at) is not None
        for at in (sentence.first, min(sentence.first + 1, sentence.last - 1))
    )


def _attributed(speakers: Speakers, sentence: Sentence) -> Person | None:
    """Return the person beside a verb of speech outside of quotations; None where there is none."""
    mentions, script = speakers.mentions, speakers.mentions.script
    verbs = [
        hit for hit in mentions.hits("speech", sentence.first, sentence.last) if not script.quotation_at(hit.first)
    ]
    if not verbs:
        return None
    named = [(each.first, each.last, each.person) for each in speakers.cast.named_in(sentence.first, sentence.last)]
    for post in speakers.cast.posts_in(sentence.first, sentence.last):
        person = speakers.person_of(post)
        if person is not None:
            named.append((post.first, post.last, person))
    for verb in reversed(verbs):
        near = [(min(abs(last - verb.first), abs(first - verb.last)), person) for first, last, person in named]
        if near and min(near, key=lambda each: each[0])[0] <= _NEAR:
            return min(near, key=lambda each: each[0])[1]
    return None


def _is_subject(mentions: Mentions, first: int, sentence: Sentence) -> bool:
    """Whether no preposition stands before a name: "of the Council" does nothing itself."""
    tokens = mentions.script.tokens
    before = [word.folded for word in tokens[max(sentence.first, first - 2) : first] if word.folded != "the"]
    return not before or before[-1] not in _PREPOSITIONS


def _side(mentions: Mentions, last: int, cue: int) -> int:
    """Return where "side" or "delegation" ends behind a state's name: it is the state that acts; else 0."""
    sides = mentions.lexicon.words("state_sides")
    return last + 1 if last < cue and mentions.script.tokens[last].folded in sides else 0


def _is_noun(mentions: Mentions, first: int, last: int) -> bool:
    """Whether a state's name stands for the state, not as an adjective or in "of Kazakhstan" or "in Kazakhstan"."""
    tokens = mentions.script.tokens
    before = tokens[first - 1].folded if first else ""
    after = tokens[last].text if last < len(tokens) else ""
    if before in ("of", "in", "from", "with", "by", "to", "for", "в", "с", "из", "к", "по", "для", "между"):
        return False
    if after in ("’", "'", "’s", "'s", "-"):
        return False
    word = tokens[last - 1].folded
    if mentions.script.language == "ru":
        return not word.endswith(
            ("ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских", "скими")
        )
    return not (last < len(tokens) and tokens[last].folded in _NOUNS_AFTER) and not word.endswith(("ish", "ese", "ian"))


_NOUNS_AFTER = word_set(
    "minister foreign president side delegation prime deputy chairmanship presidency ministry ambassador "
    "territory government"
)
