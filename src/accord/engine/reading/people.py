"""The people of a report: one item each, with their posts, their state, and whether they were there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from accord.engine.reading.lexicon import Known
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Person
from accord.engine.reading.names import Run, alike, has_initial, nominative, plain, runs_of, same_person, sound_of
from accord.engine.reading.phrases import Hit, Placed, first_of, within
from accord.engine.reading.posts import Post, posts_of
from accord.engine.reading.states_of_people import plural_post, represented, state_behind, state_in_list
from accord.engine.reading.tokens import Token
from accord.engine.reading.words import word_set
from accord.engine.said import say

_REPRESENTING = ("representative", "представитель", "постоянный представитель", "ambassador")
_SEVERAL = ("minister", "министр", "sector minister", "отраслевой министр")
"""Kinds of which one person may hold several in a report, told apart by their titles."""
_SKIPPED = word_set(
    ", of the – — - mr ms mrs dr . general colonel lieutenant major admiral sir sheikh генерал полковник "
    "республики республика федерации"
)


@dataclass
class Found:
    """A person while the report is read: the fullest name, every run that names them, and what stands beside."""

    words: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    member: str | None = None
    known: Known | None = None
    inferred: bool = False

    def add(self, run: Run) -> None:
        """Add one more place where the person is named; the fullest name counts."""
        self.runs.append(run)
        self.words = max(self.words, run.words, key=lambda words: (len(words), sum(map(len, words))))


@dataclass(frozen=True)
class Named:
    """A name at tokens ``first`` to ``last``, and whose it is."""

    first: int
    last: int
    person: Person


@dataclass(frozen=True)
class Cast:
    """The people of a report and its posts; who speaks at a place is asked here."""

    people: Sequence[Person]
    found: Sequence[Found]
    posts: Sequence[Post]

    @cached_property
    def _runs(self) -> Sequence[Named]:
        pairs = zip(self.people, self.found, strict=True)
        return sorted(
            (Named(run.first, run.last, person) for person, found in pairs for run in found.runs), key=first_of
        )

    def named_in(self, first: int, last: int) -> list[Named]:
        """Return the names between two tokens with whose they are."""
        return within(self._runs, first, last)

    def posts_in(self, first: int, last: int) -> list[Post]:
        """Return the posts between two tokens."""
        return within(self.posts, first, last)


def cast_of(mentions: Mentions) -> Cast:
    """Return the people and posts of a report."""
    posts = posts_of(mentions)
    addressed = mentions.lexicon.table("honorifics").find(mentions.script.tokens)
    titles: list[Placed] = [*posts, *addressed]
    blocked = frozenset(number for each in titles for number in range(each.first, each.last))
    found: list[Found] = []
    by_letter: dict[str, list[Found]] = {}
    for run in runs_of(mentions, blocked):
        _take(mentions, posts, run, found, by_letter)
    _give_lone_posts(mentions, posts, found)
    people = [_person(mentions, each) for each in found]
    return Cast(people, found, posts)


def _take(
    mentions: Mentions, posts: Sequence[Post], run: Run, found: list[Found], by_letter: dict[str, list[Found]]
) -> None:
    """Add a run to the person it names, or as a new person where something beside it says that it is one."""
    known = _known(mentions, run)
    letter = sound_of(run.words[-1])
    same = next((each for each in by_letter.get(letter, ()) if _is_same(each, known, run)), None)
    beside = _posts_beside(mentions, posts, run)
    if same is None:
        if not _is_person(mentions, run, beside, known):
            return
        same = Found(run.words)
        found.append(same)
        for word in {sound_of(run.words[0]), letter}:
            by_letter.setdefault(word, []).append(same)
    same.add(run)
    same.known = same.known or known
    for each in beside:
        _add_post(same, each)
    member = state_behind(mentions, run) or state_in_list(mentions, run)
    same.member = represented(mentions, run) or same.member or member
    if not beside and member and (several := plural_post(mentions, run)) is not None:
        _add_post(same, Post(several.first, several.last, (several.value,), (several.value,), member))


def _is_same(each: Found, known: Known | None, run: Run) -> bool:
    return (known is not None and each.known is known) or same_person(each.words, run.words)


def _is_person(mentions: Mentions, run: Run, beside: Sequence[Post], known: Known | None) -> bool:
    """Whether a run of capitals is a person: by a post, a verb of speech, a form of address, or the register."""
    addressed = _is_addressed(mentions, run) or _is_listed(mentions, run) or _leads(mentions, run)
    if len(run.words) == 1:
        return addressed or bool(beside and beside[0].member)
    return bool(beside) or known is not None or addressed or _speaks(mentions, run) or _is_cited(mentions, run)


def _leads(mentions: Mentions, run: Run) -> bool:
    """Whether a name of two words stands for a state without a post: "делегацию Армении возглавляет X"."""
    return len(run.words) > 1 and represented(mentions, run) is not None


def _is_listed(mentions: Mentions, run: Run) -> bool:
    """Whether a name of two words stands in a list with its state: "Республики Беларусь – Игорь Шевчук"."""
    bracketed = state_behind(mentions, run) is not None and plural_post(mentions, run) is not None
    return len(run.words) > 1 and (bracketed or state_in_list(mentions, run) is not None)


def _add_post(person: Found, post: Post) -> None:
    for title, kind in zip(post.titles, post.kinds, strict=True):
        bare = person.kinds and title.casefold() in ("minister", "министр")
        if not bare and title not in person.titles and (kind not in person.kinds or kind in _SEVERAL):
            person.kinds.append(kind)
            person.titles.append(title)
    person.member = person.member or post.member


def _known(mentions: Mentions, run: Run) -> Known | None:
    hit = (
        mentions.register.people_table.at(mentions.script.tokens, run.first, run.last)
        if mentions.register.people
        else None
    )
    if hit is not None:
        return hit.value
    if len(run.words) < 2:
        return None
    return next((each for each in mentions.register.people if _is_known(each, run)), None)


def _is_known(known: Known, run: Run) -> bool:
    words = known.name.split()
    return alike(words[-1], run.words[-1]) >= 0.85 and alike(words[0], run.words[0]) >= 0.7


def _posts_beside(mentions: Mentions, posts: Sequence[Post], run: Run) -> list[Post]:
    """Return the post directly before a name, and that behind it after a comma or bracket."""
    tokens, out = mentions.script.tokens, []
    at = bisect_left(posts, run.first, key=lambda each: each.first)
    if at:
        before = posts[at - 1]
        between = _without_honorifics(mentions, before.last, run.first)
        near = before.last <= run.first and len(between) <= 3 and all(word.folded in _SKIPPED for word in between)
        if (near and _joined(between)) or _heads_department(mentions, before, run):
            out.append(before)
    if at < len(posts) and run.last < len(tokens) and tokens[run.last].text in (",", "(", "–", "—", "-", "as"):
        after = posts[at]
        joint = tokens[run.last + 1 : after.first]
        if (
            len(joint) <= 2
            and all(word.folded in ("the", "a", "his", "her", "new") for word in joint)
            and not _names_next(mentions, after)
        ):
            out.append(after)
    return out


def _without_honorifics(mentions: Mentions, first: int, last: int) -> list[Token]:
    """Return the tokens between a post and a name without ranks and forms of address."""
    hits = mentions.hits("honorifics", first, last)
    inside = {at for hit in hits for at in range(hit.first, hit.last)}
    return [mentions.script.tokens[at] for at in range(first, last) if at not in inside]


_DEPARTMENT = 8
"""Words between a Russian post and the name behind it: начальник управления Объединённого штаба ОДКБ X."""


def _heads_department(mentions: Mentions, post: Post, run: Run) -> bool:
    """Whether only what somebody heads, in the genitive, stands between a Russian post and a name of two words."""
    between = _without_honorifics(mentions, post.last, run.first)
    if mentions.script.language != "ru" or len(run.words) < 2 or not 0 < len(between) <= _DEPARTMENT:
        return False
    told = any(mentions.hits(name, post.last, run.first) for name in ("speech", "present_cues", "actions"))
    return not told and all(word.is_word for word in between) and between[0].folded.endswith(_GENITIVES)


_GENITIVES = ("а", "я", "и", "ы", "ов", "ев", "ей", "ого", "его", "ой", "ых", "их")


def _joined(between: Sequence[Token]) -> bool:
    """Whether at most one comma parts a post from its name: "the Minister, X" yes, a list of posts no."""
    return sum(word.text == "," for word in between) <= 1


def _names_next(mentions: Mentions, post: Post) -> bool:
    """Whether the word behind a post is a name of its own: then the post is that one's."""
    tokens = mentions.script.tokens
    return (
        post.last < len(tokens)
        and tokens[post.last].is_word
        and tokens[post.last].is_capital
        and post.last not in mentions.taken
    )


def _speaks(mentions: Mentions, run: Run) -> bool:
    """Whether a verb of speech stands beside a name of two words or more."""
    if len(run.words) < 2:
        return False
    sentence = mentions.script.sentence_at(run.first)
    after = mentions.lexicon.table("speech").find(mentions.script.tokens, run.last, min(run.last + 2, sentence.last))
    before = mentions.lexicon.table("speech").find(
        mentions.script.tokens, max(sentence.first, run.first - 1), run.first
    )
    return bool(after or before)


def _is_cited(mentions: Mentions, run: Run) -> bool:
    """Whether "по словам" leads to a name, or "according to" to one with an initial; agencies are cited as well."""
    cited = mentions.hits("words_of", max(0, run.first - 5), run.first)
    person = mentions.script.language == "ru" or has_initial(run.words)
    return person and any(hit.last == run.first for hit in cited)


def _is_addressed(mentions: Mentions, run: Run) -> bool:
    honorifics = mentions.lexicon.table("honorifics")
    first = max(0, run.first - 4)
    return any(
        hit.last >= run.first - 1 and hit.first < run.first
        for hit in honorifics.find(mentions.script.tokens, first, run.first)
    )


def _give_lone_posts(mentions: Mentions, posts: Sequence[Post], found: list[Found]) -> None:
    """Give the post that nobody is named with to the one speaker who has none, where there is one of each."""
    bare = [each for each in found if not each.titles and any(_speaks(mentions, run) for run in each.runs)]
    used = {id(post) for each in found for run in each.runs for post in _posts_beside(mentions, posts, run)}
    lone = [
        each
        for each in posts
        if id(each) not in used
        and each.member
        and each.kinds[0] not in ("president", "президент")
        and each.kinds[0] not in _REPRESENTING
        and _is_one(mentions, each)
        and not mentions.has("absent_cues", mentions.script.sentence_at(each.first))
    ]
    if len(bare) == 1 and lone and len({each.member for each in lone}) == 1:
        best = max(lone, key=lambda each: len(each.kinds))
        _add_post(bare[0], best)
        bare[0].inferred = True


def _is_one(mentions: Mentions, post: Post) -> bool:
    """Whether a post stands in the singular; "ministers" does not name one."""
    tokens = mentions.script.tokens
    return not any(
        tokens[at].folded in ("ministers", "presidents", "министры", "министров", "министрами")
        for at in range(post.first, post.last)
    )


def _person(mentions: Mentions, found: Found) -> Person:
    names = [" ".join(run.words) for run in found.runs]
    name = _best_name(mentions, found)
    variants = tuple(
        dict.fromkeys(each for each in names if each != name and len(each.split()) > 1 and _is_spelling(each, name))
    )
    posts = tuple(found.titles)
    member = found.member or (found.known.more.get("member") if found.known else None)
    run = next(run for run in found.runs if len(run.words) == len(found.words))
    status, why = (
        (INFERRED, say("The post stands apart from the name; no other speaker has it."))
        if found.inferred
        else (STATED, say("Named here."))
    )
    return Person(
        found.known.id if found.known else None,
        name,
        variants,
        posts,
        member,
        _attendance(mentions, found),
        mentions.evidence(run.first, run.last, status, why),
    )


def _is_spelling(one: str, other: str) -> bool:
    """Whether a name is spelt in another way, not only put in another case or shortened to an initial."""
    first, second = one.split(), other.split()
    if has_initial(first) or has_initial(second):
        return False
    return [plain(word) for word in first] != [plain(word) for word in second]


def _best_name(mentions: Mentions, found: Found) -> str:
    """Return the fullest name; in Russian one that is a subject, else the form that a subject would have."""
    full = [run for run in found.runs if len(run.words) == len(found.words)]
    if mentions.script.language == "en":
        return " ".join(full[0].words)
    full = [run for run in full if not has_initial(run.words)] or full
    subject = next((run for run in full if _is_subject(mentions, run)), None)
    return " ".join(subject.words) if subject else nominative(full[0].words)


def _is_subject(mentions: Mentions, run: Run) -> bool:
    """Whether a Russian name stands as a subject does: by itself, beside a verb of speech, or behind such a post."""
    if _speaks(mentions, run) or nominative(run.words) == " ".join(run.words):
        return True
    tokens = mentions.script.tokens
    if _is_listed(mentions, run) and (several := plural_post(mentions, run)) and not _is_singular(mentions, several):
        return tokens[several.first].folded.endswith(("ы", "ри", "ли"))  # министры, секретари; not министрами
    for at in range(run.first - 1, max(mentions.script.sentence_at(run.first).first, run.first - 8) - 1, -1):
        if tokens[at].folded in _CASE_PREPOSITIONS:
            return False  # the minister met with Secretary General X
        joined = tokens[at].folded == "премьер" and tokens[at + 1].text == "-"  # премьер-министра
        if tokens[at].folded in _SUBJECT_POSTS and not joined:
            return True
    return False


def _is_singular(mentions: Mentions, several: Hit[str]) -> bool:
    """Whether the words of a plural post may be one post's as well: "главы МИД", of the head or the heads."""
    return any(hit.last == several.last for hit in mentions.hits("posts", several.first, several.last))


_CASE_PREPOSITIONS = word_set("с со к ко от у для о об")


_SUBJECT_POSTS = word_set(
    "президент министр глава секретарь премьер-министр премьер председатель директор генсек посол постпред"
)


def _attendance(mentions: Mentions, found: Found) -> str:
    answers = [_attends(mentions, found, run) for run in found.runs]
    return "absent" if "absent" in answers else "present" if "present" in answers else "mentioned"


_NOT_THERE = frozenset(("spokesperson", "официальный представитель", "пресс-секретарь"))
"""Kinds of those who tell the press of a meeting and do not sit in it."""


def _attends(mentions: Mentions, found: Found, run: Run) -> str:
    script = mentions.script
    sentence = script.sentence_at(run.first)
    absent = [
        hit for hit in mentions.hits("absent_cues", sentence.first, sentence.last) if abs(hit.first - run.last) <= 14
    ]
    if absent:
        return "absent"
    if any(
        run.first - 10 <= hit.first < run.first for hit in mentions.hits("mentioned_cues", sentence.first, run.first)
    ):
        return "mentioned"
    quoted = script.quotation_at(run.first) is not None
    if set(found.kinds) & _NOT_THERE and not mentions.hits("took_part", sentence.first, sentence.last):
        return "mentioned"
    if not quoted and (_speaks(mentions, run) or mentions.hits("present_cues", sentence.first, sentence.last)):
        return "present"
    spoken = [
        *mentions.hits("speech", max(sentence.first, run.first - 16), run.first),  # said Foreign Minister of India X
        *mentions.hits("speech", run.last, min(run.last + 8, sentence.last)),
    ]
    return "present" if spoken and not quoted else "mentioned"
