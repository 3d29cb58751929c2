"""What the engine says to people is said with ``say``, and every such sentence is there in Russian."""

import ast
import gettext
import re
from collections.abc import Iterator, Set
from pathlib import Path
from string import Formatter

import pytest
from django.utils import translation

from accord.engine.said import Said, joined, packed, say, say_count, spoken, unpacked
from tools.strings import LOCALE, PACKAGE

SPEAKING = ("engine/text", "engine/rules", "engine/alignment", "engine/packages", "engine/reading", "formats")
SAYS = {"say", "say_count", "pattern"}
TELLS = {"Finding", "finding", "note", "tell", "at_line", "Flaw", "flagged", "silence", "evidence", "Evidence"}
TELLS_OF_FILES = {"Note"}
"""In ``formats`` a note is told to people; in the engine it is a note on a paragraph, and its words are the text's."""
OURS = {"ValueError", "TypeError", "KeyError", "AssertionError"}
"""What a mistake of the code raises; nobody but a programmer reads it."""
COMMANDS = (
    "formats/strict.py",
    "formats/approaches.py",
    "formats/positions.py",
    "formats/registers.py",
    "formats/facts.py",
    "formats/rulefiles.py",
    "formats/paper/rereading.py",
)
"""Read files of our own or what a command line is given, or say it on the command line alone."""
A_SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for place in SPEAKING:
        for path in sorted((PACKAGE / place).rglob("*.py")):
            if str(path.relative_to(PACKAGE)) not in COMMANDS:
                yield path, ast.parse(path.read_text(encoding="utf-8"))


def is_said(call: ast.Call) -> bool:
    """Whether it is the call of our ``say``, and of no other of that name."""
    by = call.func.value if isinstance(call.func, ast.Attribute) else None
    return name_of(call) in SAYS and (by is None or (isinstance(by, ast.Name) and by.id == "sentences"))


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def patterns() -> Iterator[tuple[str, list[str], set[str]]]:
    """Yield where a sentence stands, its patterns, and the names of its values."""
    for path, tree in modules():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and is_said(call) and call.args:
                many = name_of(call) == "say_count"
                said = [each.value for each in call.args[: 1 + many] if isinstance(each, ast.Constant)]
                own = {"count"} if many else set()
                names = {each.arg for each in call.keywords if each.arg} | own
                if name_of(call) == "pattern":
                    names = set().union(*map(places, map(str, said)))
                yield f"{path.relative_to(PACKAGE)}:{call.lineno}", [str(each) for each in said], names


def places(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def test_every_sentence_of_the_engine_stands_in_its_call_with_its_values() -> None:
    odd = [where for where, said, names in patterns() if not said or any(places(each) - names for each in said)]
    unused = [where for where, said, names in patterns() if said and names - set().union(*map(places, said))]
    assert (odd, unused) == ([], [])


def test_every_sentence_of_the_engine_is_there_in_russian_with_the_same_values() -> None:
    with (LOCALE / "ru" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        known = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    missing, other = [], []
    for where, said, _ in patterns():
        forms = [known[(said[0], number)] for number in range(3)] if len(said) > 1 else [known.get(said[0])]
        missing += [where] if None in forms else []
        other += [where for form in forms if form is not None and places(form) != places(said[-1])]
    assert (missing, other) == ([], [])


def unsaid(tree: ast.Module, tells: Set[str] = TELLS) -> Iterator[int]:
    """Yield the lines in which words are raised or told to people without :func:`say`."""
    for node in ast.walk(tree):
        told = node.exc if isinstance(node, ast.Raise) else node
        if isinstance(told, ast.Call) and (
            name_of(told) not in OURS if isinstance(node, ast.Raise) else name_of(told) in tells
        ):
            for each in (*told.args, *(keyword.value for keyword in told.keywords)):
                literal = isinstance(each, ast.Constant) and isinstance(each.value, str)
                if (literal or isinstance(each, ast.JoinedStr)) and A_SENTENCE.search(ast.unparse(each)):
                    yield each.lineno


def test_nothing_is_told_to_people_that_is_not_said() -> None:
    found = []
    for path, tree in modules():
        place = path.relative_to(PACKAGE)
        tells = TELLS | TELLS_OF_FILES if place.parts[0] == "formats" else TELLS
        found += [f"{place}:{line}" for line in unsaid(tree, tells)]
    assert found == []


def test_unsaid_words_are_found() -> None:
    tree = ast.parse(
        'raise TextError("It is no text.")\nraise TextError(say("It is no text."))\nfinding(1, f"so {x} it is")'
    )
    assert list(unsaid(tree)) == [1, 3]


@pytest.mark.parametrize(
    ("said", "english", "russian"),
    [
        (say("The name is empty."), "The name is empty.", "Название пустое."),
        (
            say("{code} has no reservation here.", code="XAA"),
            "XAA has no reservation here.",
            "У XAA здесь нет оговорки.",
        ),
        (
            say_count(
                "{count} bracket from here on may name delegations.",
                "{count} brackets from here on may name delegations.",
                2,
            ),
            "2 brackets from here on may name delegations.",
            "2 скобки отсюда и далее, возможно, называют делегации.",
        ),
        (joined("; ", [say("tab"), "XAA"]), "tab; XAA", "табуляция; XAA"),
        (
            say("Close it at {named}.", named=say("the end of the text")),
            "Close it at the end of the text.",
            "Закройте её; место: конец текста.",
        ),
    ],
)
def test_sentence_is_english_by_itself_and_in_the_language_of_the_page_where_it_is_shown(
    said: str, english: str, russian: str
) -> None:
    assert said == english
    assert isinstance(str(ValueError(said)), str)
    with translation.override("ru"):
        assert spoken(unpacked(packed(said))) == russian


def test_error_hands_its_sentence_on_and_a_page_escapes_it() -> None:
    error = ValueError(say("{code} has no reservation here.", code="<b>"))
    words = str(error)
    assert isinstance(words, Said)
    with translation.override("ru"):
        assert words.__html__() == "У &lt;b&gt; здесь нет оговорки."
