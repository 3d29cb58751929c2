"""How things of an organisation are called in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import get_language

from accord.members.choices import Use
from accord.members.models import Member, Name, Organ, Organisation, Partner, Person
from accord.members.pages import Called
from accord.members.scripts import written_in

WORDS = "words "
"""How the names of what is said in words begin, before these words."""


@dataclass(slots=True)
class NameBook:
    """
    All names of an organisation, by what they name ("member KAZ").

    Attributes:
        main: the language of the register. people: of people, by their name in the register, in the reader's language.
    """

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    main: str = "en"
    people: dict[str, str] = field(default_factory=dict)

    def called(self, of: str, registered: str) -> Called:
        """Return the name in the reader's language where it is known, else as the register has it."""
        reader = reader_language(self.main)
        own = written_in(registered, self.main, (reader, "en", "ru"))
        known = {own: registered, **self.names.get(of, {})}
        shown = reader if reader in known else own
        others = tuple((tag, words) for tag, words in sorted(known.items()) if tag != shown and words != known[shown])
        mark = "" if shown == reader else shown
        return Called(known[shown], mark, others, tuple(self.aliases.get(of, ())))

    def member(self, row: Member | None) -> Called:
        """Return how a member is called; no words for none."""
        return self.called(f"member {row.code}", row.name) if row else Called("")

    def organ(self, row: Organ | None) -> Called:
        """Return how an organ is called; no words for none."""
        return self.called(f"organ {row.key}", row.name) if row else Called("")

    def person(self, registered: str) -> str:
        """Return the name of a person of the register in the reader's language where it is known; else as it stands."""
        return self.people.get(registered, registered)

    def partner(self, row: Partner | None) -> Called:
        """Return how a partner is called; no words for none."""
        return self.called(f"partner {row.code}", row.name) if row else Called("")


def reader_language(default: str = "en") -> str:
    """Return the language in which the page is read, without its region."""
    return (get_language() or default).partition("-")[0]


def name_book(organisation: Organisation) -> NameBook:
    """Return the names of an organisation; one query."""
    return _book(organisation.pk, organisation.names_in)


def book_of(organisation_id: str) -> NameBook:
    """Return the names of the organisation of this id; two queries."""
    main = Organisation.objects.filter(pk=organisation_id).values_list("names_in", flat=True).first()
    return _book(organisation_id, main or "en")


def reader_names(organisation: Organisation) -> dict[str, str]:
    """Return the names in the reader's language, by what they name; no query where the register is kept in it."""
    reader = reader_language(organisation.names_in)
    if reader == organisation.names_in:
        return {}
    rows = Name.objects.filter(organisation=organisation, language=reader, use=Use.NAME)
    return dict(rows.values_list("of", "words"))


def reader_book(organisation_id: str) -> NameBook:
    """Return the names in the reader's language alone, for lists; one query where the register is kept in it."""
    main = Organisation.objects.filter(pk=organisation_id).values_list("names_in", flat=True).first() or "en"
    book = NameBook(main=main)
    if (reader := reader_language(main)) != main:
        rows = Name.objects.filter(organisation=organisation_id, language=reader, use=Use.NAME)
        book.names = {of: {reader: words} for of, words in rows.values_list("of", "words")}
        known = {of.partition(" ")[2]: words[reader] for of, words in book.names.items() if of.startswith("person ")}
        book.people = {name: known[pk] for pk, name in Person.objects.filter(pk__in=known).values_list("pk", "name")}
    return book


def reader_wordings(organisation: Organisation) -> dict[str, str]:
    """
    Return what the register says in words (areas, levels, places, periods), in the reader's language, by its own words.

    Only what somebody entered is in it; no query where the register is kept in the reader's language.
    """
    return {of.removeprefix(WORDS): words for of, words in reader_names(organisation).items() if of.startswith(WORDS)}


def _book(organisation_id: str, main: str) -> NameBook:
    book = NameBook(main=main)
    for row in Name.objects.filter(organisation=organisation_id):
        if row.use == Use.ALIAS:
            book.aliases.setdefault(row.of, []).append(row.words)
        elif row.use == Use.NAME:
            book.names.setdefault(row.of, {})[row.language] = row.words
    return book


def every_name(organisation_id: str) -> dict[str, list[str]]:
    """Return all names of an organisation in all languages, by what they name; nothing for what has none. One query."""
    found: dict[str, list[str]] = defaultdict(list)
    for of, words in Name.objects.filter(organisation=organisation_id).values_list("of", "words"):
        found[of].append(words)
    return found
