"""What is known of a language: how it writes numbers, dates, negations and names. A value, never read here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import regex

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Forms:
    """
    Forms of words that mean something: whole ones, and beginnings (written with ``*``).

    >>> Forms.of(["not", "un*"]).find("unless")
    'un*'
    """

    whole: Mapping[str, str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, forms: Iterable[str]) -> Forms:
        """Return these forms, looked up without regard to capitals; the longest beginning counts."""
        known = list(forms)
        whole = {form.casefold(): form for form in known if not form.endswith("*")}
        beginnings = sorted((form for form in known if form.endswith("*")), key=len, reverse=True)
        return cls(whole, tuple(beginnings))

    def find(self, word: str) -> str | None:
        """Return the form that ``word`` is, as it was given; None where it is none."""
        folded = word.casefold()
        if folded in self.whole:
            return self.whole[folded]
        return next((form for form in self.beginnings if folded.startswith(form[:-1].casefold())), None)


@dataclass(frozen=True)
class Lexicon:
    """
    The forms of one language. A form that ends in ``*`` stands for every word that begins so.

    Attributes:
        tag: language tag, such as "ru".
        decimal: "." or ",": what parts the fraction of a number; the other one, and spaces, part thousands.
        spaced: whether words are parted by spaces; where not, forms are looked for wherever they stand.
        year_first: whether a date may begin with its year.
        dual: whether "two" may be said by the form of a noun.
        prefixes: what is written together with the word that follows.
        numbers: form → number; ``scales`` form → what it multiplies by.
        mild_numbers: form → number; a form that may answer for a number and never asks for one ("first", "both").
        number_endings: what may be written behind a number.
        joins: words inside of a number ("two hundred and five"). percent: ways to say per cent.
        months: form → 1 to 12. connectors: what may stand between day, month and year.
        negations: forms that say no; ``negation_endings`` endings of words that do.
        idioms: phrases with such a form that another language says without ("no later than"); they are mild.
        absorbing: words after which such a form says no more than they do ("sans aucune").
        mild: forms that may answer for a negation and never ask for one ("without"); ``mild_endings`` such endings.
        firm: forms that are neither, though they begin like one.
        common: words with a capital that are no names. names: name → what it names; other languages' names of the same.
    """

    tag: str
    decimal: str = "."
    spaced: bool = True
    year_first: bool = False
    dual: bool = False
    prefixes: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    mild_numbers: Mapping[str, int] = field(default_factory=dict)
    number_endings: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    percent: tuple[str, ...] = ("%",)
    months: Mapping[str, int] = field(default_factory=dict)
    connectors: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    negation_endings: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    absorbing: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    mild_endings: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def knows_words(self) -> bool:
        """Whether negations can be looked for; without a lexicon only figures, brackets and codes are compared."""
        return bool(self.negations)

    @cached_property
    def forms(self) -> Mapping[str, Forms]:
        """Forms by the name of their list."""
        lists = ("numbers", "scales", "mild_numbers", "negations", "mild", "firm", "common")
        return {name: Forms.of(getattr(self, name)) for name in lists}

    @cached_property
    def percent_pattern(self) -> regex.Pattern[str]:
        """Matches a way to say per cent."""
        return _any_of(self.percent, self)

    @cached_property
    def idiom_pattern(self) -> regex.Pattern[str] | None:
        """Matches an idiom; None where there is none."""
        return _any_of(self.idioms, self) if self.idioms else None

    @cached_property
    def name_pattern(self) -> regex.Pattern[str] | None:
        """Matches a known name; None where there is none."""
        return _any_of(self.names, self) if self.names else None

    @cached_property
    def month_pattern(self) -> str:
        """A regular expression for one month; "" where the language writes none in words."""
        return f"(?:{_source(self.months)})" if self.months else ""

    @cached_property
    def connector_pattern(self) -> str:
        """A regular expression for what may stand between the parts of a date."""
        words = _source(self.connectors)
        return rf"(?:[\s,.\-–()º°]|(?:{words})(?![\p{{L}}]))" if words else r"[\s,.\-–()]"

    def month_of(self, form: str) -> int:
        """Return the number of the month that ``form`` names."""
        found = Forms.of(self.months).find(" ".join(form.split()))
        return self.months[found] if found else 0

    def named(self, form: str) -> str:
        """Return what a name found by :attr:`name_pattern` names."""
        plain = " ".join(form.split())
        exact = {name.casefold(): what for name, what in self.names.items() if "*" not in name}
        if plain.casefold() in exact:
            return exact[plain.casefold()]
        for name in sorted(self.names, key=len, reverse=True):
            if regex.fullmatch(_form(name), plain, regex.IGNORECASE):
                return self.names[name]
        return plain


def _form(form: str) -> str:
    plain = regex.escape(form, special_only=True, literal_spaces=True)
    return str(plain.replace(r"\*", r"\p{L}*").replace(" ", r"\s+"))


def _source(forms: Iterable[str]) -> str:
    return "|".join(_form(form) for form in sorted(forms, key=len, reverse=True))


def _any_of(forms: Iterable[str], lexicon: Lexicon) -> regex.Pattern[str]:
    if not lexicon.spaced:
        return regex.compile(_source(forms))
    glued = "|".join(lexicon.prefixes)
    before = rf"(?<![\p{{L}}])(?:{glued})?" if glued else r"(?<![\p{L}])"
    words = "|".join(
        f"{before}(?P<name>{_form(form)})(?![\\p{{L}}])" if form[0].isalpha() else f"(?P<name>{_form(form)})"
        for form in sorted(forms, key=len, reverse=True)
    )
    return regex.compile(words, regex.IGNORECASE)
