"""Small words that grammar needs; what a report is about stands in the lexicons, which are data."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set, for the many small words that are neither names nor lexicon."""
    return frozenset(words.split())


COUNTED = word_set(
    "number series package set text texts draft range list total ряд ряда пакет пакета комплекс текст тексты "
    "проекты проект"
)
"""Words between which and a document "of" may stand: a number of statements."""
PREPOSITIONS = word_set(
    "of on in at for with by to from under within about into between regarding concerning through against as "
    "based over after before during о об в во на по с со для за к от из при над между под через"
)
"""Words that begin something that a verb does not act on."""
JOINS = word_set(", ; and и а также well as including also")
"""What stands between the parts of a list."""
