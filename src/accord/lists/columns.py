"""The columns of a list, and how the words of their cells become values and values become words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.rules.gathering import RulesError
from accord.engine.rules.periods import zone_of
from accord.engine.text.naming import NameRefused
from accord.formats.lists.values import Value
from accord.lists.book import Book, Finder
from accord.lists.days import read_day, read_hour
from accord.lists.errors import Wrong
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.tongues import tag_called

_YES = frozenset({"yes", "y", "true", "1", "x", "да", "+", "истина"})
_NO = frozenset({"no", "n", "false", "0", "-", "нет", "ложь"})
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,40}")
_WHOLE = re.compile(r"(\d{1,6})(?:[.,]0+)?")

_FIGURE = re.compile(r"\d{1,14}(?:[.,]\d{1,6})?")

Read = Callable[[str, Book], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of a list.

    Attributes:
        key: under which its values stand. label: its head. read: from the words of a cell to a value; raises Wrong.
        needed: no row is without it. hint: what to write, in a few words. aliases: other heads that mean it.
        kept: whether its value is entered; else it only helps to understand the row.
    """

    key: str
    label: str | Promise
    read: Read
    needed: bool = False
    hint: str | Promise = ""
    aliases: tuple[str, ...] = ()
    kept: bool = True


def shown(value: Any) -> Value:
    """Return a value as it is written into a list."""
    if isinstance(value, TextChoices):
        return str(value.label)
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, tuple):
        return "; ".join(str(shown(each)) for each in value)
    if value is None or isinstance(value, int | date):
        return value
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


# Kinds of cells


def words(longest: int) -> Read:
    """Words of a name or a remark."""

    def read(cell: str, _book: Book) -> str:
        try:
            return checks.name("", " ".join(cell.split()), longest=longest)
        except Unfit as error:
            raise Wrong(str(error)) from error

    return read


def code(cell: str, _book: Book) -> str:
    """Return the code of a member or partner."""
    try:
        return checks.code("", cell)
    except Unfit as error:
        raise Wrong(str(error)) from error


def slug(cell: str, _book: Book) -> str:
    """Return the key of an organ or area."""
    if not _SLUG.fullmatch(cell):
        raise Wrong(_("“%s” is no key: letters, digits and hyphens, at most 40.") % cell)
    return cell


def day(cell: str, _book: Book) -> date:
    """Return a day."""
    return read_day(cell)


def hour(cell: str, _book: Book) -> time:
    """Return an hour."""
    return read_hour(cell)


def flag(cell: str, _book: Book) -> bool:
    """Return whether something is so."""
    if cell.casefold() in _YES:
        return True
    if cell.casefold() in _NO:
        return False
    raise Wrong(_("“%s” is neither yes nor no.") % cell)


def number(cell: str, _book: Book) -> int:
    """Return a whole number."""
    if not (found := _WHOLE.fullmatch(cell)):
        raise Wrong(_("“%s” is no whole number.") % cell)
    return int(found[1])


def figure(cell: str, _book: Book) -> Decimal:
    """Return a figure, with a point or a comma before what is less than one."""
    if not _FIGURE.fullmatch(cell):
        raise Wrong(_("“%s” is no figure: digits, and six of them behind a point at most.") % cell)
    return Decimal(cell.replace(",", "."))


def address(cell: str, _book: Book) -> str:
    """Return the address of a page."""
    try:
        return checks.address("", cell)
    except Unfit as error:
        raise Wrong(str(error)) from error


def zone(cell: str, _book: Book) -> str:
    """Return a time zone."""
    try:
        zone_of(cell)
    except RulesError as error:
        raise Wrong(str(error)) from error
    return cell


def tags(cell: str, _book: Book) -> tuple[str, ...]:
    """Return the tags of languages, named by tag or by name."""
    try:
        return tuple(dict.fromkeys(map(tag_called, parted(cell))))
    except NameRefused as error:
        raise Wrong(_("“%s” is no language: write its name, or its tag, such as en or ru.") % cell) from error


def others(cell: str, _book: Book) -> tuple[str, ...]:
    """Return further names, in an order of their own."""
    return tuple(sorted(words(200)(each, _book) for each in parted(cell)))


def one_of(choices: type[TextChoices]) -> Read:
    """One of the words that can be chosen, as they are stored or as the pages call them in any language."""

    def read(cell: str, _book: Book) -> TextChoices:
        found = _spellings(choices).get(cell.casefold())
        if found is not None:
            return found
        known = ", ".join(str(each.label) for each in choices)
        raise Wrong(_("“%(words)s” is none of: %(known)s.") % {"words": cell, "known": known})

    return read


def named(finder: Finder) -> Read:
    """A thing of the register, by code or name."""
    return lambda cell, book: finder(book).key_of(cell)


def all_named(finder: Finder) -> Read:
    """Things of the register, parted by semicolons or commas."""
    return lambda cell, book: tuple(sorted(finder(book).key_of(each) for each in parted(cell)))


def parted(cell: str) -> tuple[str, ...]:
    """Return what semicolons part; commas where there is no semicolon."""
    parting = ";" if ";" in cell else ","
    return tuple(dict.fromkeys(each.strip() for each in cell.split(parting) if each.strip()))


@functools.cache
def _spellings(choices: type[TextChoices]) -> dict[str, TextChoices]:
    """Return what can be chosen by its stored words and by its labels in the languages of the pages."""
    found: dict[str, TextChoices] = {}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            for each in choices:
                found[str(each.label).casefold()] = found[str(each.value).casefold()] = each
    return found


def member(book: Book) -> Any:
    """Return the members."""
    return book.members


def organ(book: Book) -> Any:
    """Return the organs."""
    return book.organs


def partner(book: Book) -> Any:
    """Return the partners."""
    return book.partners


def series(book: Book) -> Any:
    """Return the series of joint activities."""
    return book.series


def operation(book: Book) -> Any:
    """Return the joint operations."""
    return book.operations


def called(finder: Finder) -> Read:
    """A thing of the register, by its name or another one: the name that is registered."""
    return lambda cell, book: finder(book).names[finder(book).key_of(cell)]


def area(book: Book) -> Any:
    """Return the areas of cooperation."""
    return book.areas


FROM = ("since", "from", "с", "с какого дня", "начало", "дата назначения")
TO = ("until", "to", "по", "по какой день", "конец")
"""Other heads of the first and the last day of something."""
A_CODE = gettext_lazy("2 to 12 capital letters or digits")
A_DAY = gettext_lazy("as 2024-06-21 or 21.06.2024")
AN_HOUR = gettext_lazy("as 09:30, by the clocks of the place")
SEVERAL = gettext_lazy("parted by semicolons")
FROM_REGISTER = gettext_lazy("code or name, as in the register")
YES = gettext_lazy("yes, or empty")
