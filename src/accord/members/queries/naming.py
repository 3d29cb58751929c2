"""How things of an organisation are called in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import get_language

from accord.members.choices import Use
from accord.members.models import Name, Organisation
from accord.members.pages import Called


@dataclass(slots=True)
class NameBook:
    """All names of an organisation, by what they name ("member KAZ"); ``main`` is the language of the register."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    main: str = "en"

    def called(self, of: str, registered: str) -> Called:
        """Return the name in the reader's language where it is known, else as the register has it."""
        known = {self.main: registered, **self.names.get(of, {})}
        reader = (get_language() or self.main).partition("-")[0]
        shown = reader if reader in known else self.main
        others = tuple((tag, words) for tag, words in sorted(known.items()) if tag != shown and words != known[shown])
        mark = "" if shown == reader else shown
        return Called(known[shown], mark, others, tuple(self.aliases.get(of, ())))


def name_book(organisation: Organisation) -> NameBook:
    """Return the names of an organisation; one query."""
    book = NameBook()
    for row in Name.objects.filter(organisation=organisation):
        if row.use == Use.ALIAS:
            book.aliases.setdefault(row.of, []).append(row.words)
        elif row.use == Use.NAME:
            book.names.setdefault(row.of, {})[row.language] = row.words
    return book
