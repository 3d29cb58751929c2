"""
What the reader knows of words, and of the council: values that come from data, compiled once.

A :class:`Lexicon` holds the lists of one language (``data/reading/en.yaml``), and organisations, organs and places of
all. A :class:`Register` holds what a council's own register says. Neither is read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from accord.engine.reading.phrases import Phrases

Lists = Mapping[str, Mapping[str, Sequence[str]] | Sequence[str]]
"""List by name: phrases, or phrases by what they stand for."""


@dataclass(frozen=True)
class Organisation:
    """
    An organisation of states, or a structure of one (``parent`` not None).

    ``names`` and ``short`` by language; ``partner_only`` where a report is never about it (a bank, a committee).
    """

    id: str
    names: Mapping[str, str]
    short: Mapping[str, str]
    forms: tuple[str, ...]
    members: frozenset[str] = frozenset()
    parent: str | None = None
    partner_only: bool = False


@dataclass(frozen=True)
class OrganKind:
    """
    A kind of organ: its level, its names by language.

    ``of`` is the one organisation that has it, None where several do; ``is_meeting`` whether its name says "meeting";
    ``is_gathered`` whether it is only called by who sits in it ("foreign ministers of …"); ``as_written`` whether its
    forms name several organs, told apart by their words.
    """

    id: str
    level: str
    names: Mapping[str, str]
    forms: tuple[str, ...]
    of: str | None = None
    is_meeting: bool = False
    is_gathered: bool = False
    as_written: bool = False


@dataclass(frozen=True)
class City:
    """A city with its country's code."""

    names: Mapping[str, str]
    forms: tuple[str, ...]
    country: str


@dataclass(frozen=True)
class Lexicon:
    """Everything known of words in one language, and of names in all; ``capitals`` by the code of their state."""

    language: str
    lists: Lists
    organisations: tuple[Organisation, ...]
    organs: tuple[OrganKind, ...]
    cities: tuple[City, ...]
    countries: Mapping[str, Sequence[str]]
    capitals: Mapping[str, City] = field(default_factory=dict)
    _tables: dict[str, Phrases[str]] = field(default_factory=dict, compare=False, repr=False)

    def table(self, name: str) -> Phrases[str]:
        """Return the phrases of a list; each stands for the key it is listed under, or for itself."""
        if name not in self._tables:
            self._tables[name] = Phrases.of(self._pairs(name))
        return self._tables[name]

    def words(self, name: str) -> frozenset[str]:
        """Return a plain list as a set of words."""
        return frozenset(self.lists.get(name, ()))

    def _pairs(self, name: str) -> list[tuple[str, str]]:
        found = self.lists.get(name, ())
        if isinstance(found, Mapping):
            return [(phrase, key) for key, phrases in found.items() for phrase in phrases]
        return [(phrase, phrase) for phrase in found]

    @cached_property
    def organisation_table(self) -> Phrases[Organisation]:
        """Organisations and their structures by their names."""
        return Phrases.of((form, each) for each in self.organisations for form in each.forms)

    @cached_property
    def organ_table(self) -> Phrases[OrganKind]:
        """Kinds of organs by their names."""
        return Phrases.of((form, each) for each in self.organs for form in each.forms)

    @cached_property
    def city_table(self) -> Phrases[City]:
        """Cities by their names."""
        return Phrases.of((form, each) for each in self.cities for form in each.forms)

    @cached_property
    def country_table(self) -> Phrases[str]:
        """Codes of states by their names, adjectives and peoples."""
        return Phrases.of((form, code) for code, forms in self.countries.items() for form in forms)

    @cached_property
    def by_id(self) -> Mapping[str, Organisation]:
        """Organisations by their id."""
        return {each.id: each for each in self.organisations}


@dataclass(frozen=True)
class Known:
    """One thing of the register: ``forms`` are its names in any language and spelling; ``more`` its other values."""

    id: str
    name: str
    forms: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KnownMeeting:
    """A meeting of the register. ``present`` and ``absent`` hold codes of members; ``documents`` title → outcome."""

    organ: str
    date: str
    place: str
    country: str
    chair: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    count: int | None = None


@dataclass(frozen=True)
class Edition:
    """An edition of a series of activities, as it stood once; later turns of it follow. Days as YYYY-MM-DD or ""."""

    series: str
    year: int
    host: str
    place: str
    state: str
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True)
class Register:
    """What a council knows of itself. An empty register knows nothing, and then every id is None."""

    organisation: str = ""
    members: Mapping[str, str] = field(default_factory=dict)
    organs: tuple[Known, ...] = ()
    people: tuple[Known, ...] = ()
    partners: tuple[Known, ...] = ()
    series: tuple[Known, ...] = ()
    operations: tuple[Known, ...] = ()
    areas: tuple[Known, ...] = ()
    meetings: tuple[KnownMeeting, ...] = ()
    editions: tuple[Edition, ...] = ()
    priorities: tuple[Known, ...] = ()
    chairs: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def organ_table(self) -> Phrases[Known]:
        """Organs by their names."""
        return _table(self.organs)

    @cached_property
    def people_table(self) -> Phrases[Known]:
        """People by their full names."""
        return _table(self.people)

    @cached_property
    def partner_table(self) -> Phrases[Known]:
        """Partners by their names."""
        return _table(self.partners)

    @cached_property
    def series_table(self) -> Phrases[Known]:
        """Series of activities by their names."""
        return _table(self.series)

    @cached_property
    def operation_table(self) -> Phrases[Known]:
        """Operations by their names."""
        return _table(self.operations)


def _table(known: Sequence[Known]) -> Phrases[Known]:
    return Phrases.of((form, each) for each in known for form in (each.name, *each.forms))
