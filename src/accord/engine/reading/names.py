"""Names of people: how they are found among capitals, told from other names, and seen to be the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.tokens import Token
from accord.engine.reading.words import word_set

MOST_WORDS = 4
_HYPHENS = frozenset("-‑")
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіңғүұқөһә"
_LATIN = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch . y . e iu ia e i n g u u k o h a"
_LETTERS = {one: other.strip(".") for one, other in zip(_CYRILLIC, _LATIN.split(" "), strict=True)}
_ENDINGS = (
    "овичем", "ого", "ему", "ому", "ыми", "ым", "им", "ой", "ою", "ем", "ом",
    "а", "у", "я", "ю", "е", "ы", "и", "ь", "й",
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """A run of capitalised words that may be a name: tokens ``first`` to ``last``, and its words."""

    first: int
    last: int
    words: tuple[str, ...]


def runs_of(mentions: Mentions, blocked: frozenset[int]) -> list[Run]:
    """Return the runs of one to four words that may be names; ``blocked`` are tokens of posts."""
    barred = mentions.lexicon.words("no_names")
    particles = mentions.lexicon.words("name_particles")
    taken = mentions.taken | blocked
    tokens = mentions.script.tokens
    out: list[Run] = []
    place = 0
    while place < len(tokens):
        last = _end(tokens, place, taken, barred, particles)
        if last > place:
            out.append(Run(place, last, tuple(_words(tokens, place, last))))
        place = max(last, place + 1)
    return [run for run in out if len(run.words) <= MOST_WORDS]


def _end(
    tokens: Sequence[Token], place: int, taken: frozenset[int], barred: frozenset[str], particles: frozenset[str]
) -> int:
    at = place
    while at < len(tokens):
        if _is_part(tokens, at, taken, barred) or (
            at > place
            and tokens[at].text == "."
            and len(tokens[at - 1].text) == 1
            and tokens[at].start == tokens[at - 1].end
        ):
            at += 1
        elif (
            at > place
            and _joins(tokens, at, particles)
            and at + 1 < len(tokens)
            and _is_part(tokens, at + 1, taken, barred)
        ):
            at += 2
        elif at > place and _is_hyphenated(tokens, at, particles) and _is_part(tokens, at + 2, taken, barred):
            at += 3
        else:
            break
    return at


def _is_hyphenated(tokens: Sequence[Token], at: int, particles: frozenset[str]) -> bool:
    """Whether a particle with a hyphen stands here: al-Ahmad."""
    glued = at + 2 < len(tokens) and tokens[at + 1].text in _HYPHENS and tokens[at].end == tokens[at + 1].start
    return tokens[at].folded in particles and glued


def _is_part(tokens: Sequence[Token], at: int, taken: frozenset[int], barred: frozenset[str]) -> bool:
    token = tokens[at]
    if not (token.is_word and token.is_capital) or at in taken:
        return False
    if token.text in barred and not _is_initial(tokens, at):
        return False
    return not (token.text.isupper() and len(token.text) > 1) or _is_shouted(tokens, at)


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter is an initial before another or before a name: С.В.Ершов; not the word "С"."""
    if len(tokens[at].text) > 1 or at + 2 >= len(tokens) or tokens[at + 1].text != ".":
        return False
    glued = tokens[at].end == tokens[at + 1].start
    return glued and tokens[at + 2].is_word and tokens[at + 2].is_capital


def _is_shouted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname stands in capitals beside a given name (Sergey LAVROV)."""
    token = tokens[at]
    return (
        len(token.text) > 4
        and at > 0
        and tokens[at - 1].is_word
        and tokens[at - 1].is_capital
        and not tokens[at - 1].text.isupper()
    )


def _joins(tokens: Sequence[Token], at: int, particles: frozenset[str]) -> bool:
    token = tokens[at]
    glued = token.start == tokens[at - 1].end and at + 1 < len(tokens) and tokens[at + 1].start == token.end
    return (token.text in _HYPHENS and glued) or token.folded in particles or (token.text in "’'" and glued)


def _words(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the words of a run, with what a hyphen or apostrophe joins as one."""
    word = ""
    for at in range(first, last):
        if word and tokens[at - 1].end == tokens[at].start and tokens[at - 1].text != ".":
            word += tokens[at].text
        else:
            if word:
                yield word
            word = tokens[at].text
    yield word


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Return a word in Latin letters, without capitals, endings of Russian cases and marks."""
    folded = word.casefold().replace("ё", "е").rstrip(".")
    if any(letter in _LETTERS for letter in folded):
        folded = _without_ending(folded)
        folded = "".join(_LETTERS.get(letter, letter) for letter in folded)
    return folded


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def alike(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 1, in whatever script and case they stand."""
    first, second = plain(one), plain(other)
    return float(Levenshtein.normalized_similarity(first, second)) if first and second else 0.0


_SOUNDS = str.maketrans("qkhjzydc", "gggjjjjs")


def sound_of(word: str) -> str:
    """Return what stands for the first sound of a name, the same where spellings differ (Guliyev, Quliyev)."""
    return plain(word)[:1].translate(_SOUNDS)


def has_initial(words: Sequence[str]) -> bool:
    """Whether one of the words is an initial: S. Lavrov."""
    return any(len(word.rstrip(".")) == 1 for word in words)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: surnames alike, and given names alike, initials, or left out."""
    likeness = alike(one[-1], other[-1])
    if likeness < 0.79 or (likeness < 0.85 and plain(one[-1])[:1] != plain(other[-1])[:1]):
        return len(one) > 1 and len(other) > 1 and sorted(map(plain, one)) == sorted(map(plain, other))
    if len(one) == 1 or len(other) == 1:
        return alike(one[-1], other[-1]) >= 0.85
    given, second = plain(one[0]), plain(other[0])
    if len(given) == 1 or len(second) == 1:
        return given[:1] == second[:1]
    return alike(one[0], other[0]) >= 0.7


def nominative(words: Sequence[str]) -> str:
    """Return a Russian full name as a subject has it (Сергея Лаврова → Сергей Лавров); others as they are."""
    if len(words) < 2 or not any(letter in _LETTERS for letter in words[-1].casefold()):
        return " ".join(words)
    given, surname = words[0], words[-1]
    if len(given.rstrip(".")) == 1:
        return f"{' '.join(words[:-1])} {_after_initials(surname)}"
    cut = _given(given)
    if cut == given:
        return " ".join(words)
    middle = [_patronymic(word) for word in words[1:-1]]
    return " ".join([cut, *middle, _surname(surname)])


def _after_initials(surname: str) -> str:
    """Return a surname behind initials as a man's would be; whose it is, is not said."""
    ending = next((each for each in ("ым", "у", "а") if surname.endswith(_FAMILY[each])), "")
    return surname[: len(surname) - len(ending)]


_FAMILY = {each: tuple(stem + each for stem in ("ов", "ев", "ин")) for each in ("ым", "у", "а")}


def _given(word: str) -> str:
    """Return a man's given name without the ending of a case; unchanged where it has none that tells."""
    for ending, replacement in (
        ("ея", "ей"),
        ("ею", "ей"),
        ("еем", "ей"),
        ("ия", "ий"),
        ("ию", "ий"),
        ("ием", "ий"),
        ("ая", "ай"),
        ("аю", "ай"),
        ("аем", "ай"),
    ):
        if word.endswith(ending) and len(word) > 4:
            return word[: -len(ending)] + replacement
    for ending in ("ом", "ем", "а", "у"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and stem[-1] not in "аеёиоуыэюя" and word not in _OWN_ENDINGS:
            return stem
    return word


_OWN_ENDINGS = word_set(
    "Никита Илья Анна Елена Ольга Мария Ирина Татьяна Наталья Светлана Марина Людмила Дарига Алина Диана "
    "Эльмира Саида Роза Гульнара Айгуль Аида Динара Зульфия Артем Алла Нина Валентина Вера Галина Екатерина "
    "Кайя Аннита Анналена Касым"
)


_UNDECLINED = ("зода", "заде", "ко", "дзе", "их", "ых", "швили", "оглы", "кызы", "ия")


def _surname(word: str) -> str:
    if word.casefold().endswith(_UNDECLINED):
        return word
    if word.endswith(("ского", "цкого", "скому", "цкому", "ским", "цким")):
        return word[: -len("ого" if word.endswith("ого") else "ому" if word.endswith("ому") else "им")] + "ий"
    if word.endswith("вого"):
        return word[:-3] + "ой"
    for ending in ("ым", "ой", "а", "у", "ом", "ем", "им", "ю", "я", "е"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and stem[-1] not in "аеёиоуыэюя":
            return stem + ("ь" if ending in ("ю", "я") else "")
    return word


def _patronymic(word: str) -> str:
    return next((word[: -len(ending)] for ending in ("ем", "а", "у") if word.endswith(ending) and "вич" in word), word)
