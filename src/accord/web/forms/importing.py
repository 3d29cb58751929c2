"""The form of a bracketed text that is imported: the text, names mapped onto members, corrections accepted."""

from __future__ import annotations

from collections.abc import Iterator

from accord.drafting.queries.importing import MOST_PARAGRAPHS
from accord.web.forms.begin import BeginTextForm
from accord.web.forms.documents import RawField

LONGEST_ALIAS = 80
MOST_ALIASES = 200
_LAYOUT = frozenset({"W014", "W015"})
"""What is said of blank lines, by which an import does not go."""


class ImportForm(BeginTextForm):
    """
    A text that others bracketed.

    Names are sent as pairs (``name`` and ``code``, in order) and as lines "name = CODE" (``more``).
    """

    most_paragraphs = 4 * MOST_PARAGRAPHS
    takes_brackets = True

    more = RawField(required=False)

    @property
    def accepts(self) -> str:
        """The key of the finding whose correction was accepted; "" where another button was pressed."""
        return self.data.get("accept", "")[:40]

    @property
    def aliases(self) -> dict[str, str]:
        """Names in the text → codes, those left unmapped among them as ""."""
        pairs = zip(self.data.getlist("name"), self.data.getlist("code"), strict=False) if self.is_bound else ()
        found = {_plain(name): code[:12] for name, code in [*pairs, *self._typed()]}
        return dict([pair for pair in found.items() if pair[0] and pair[1]][:MOST_ALIASES])

    @property
    def findings(self) -> list[object]:
        """What reading the file has shown, but for blank lines."""
        return [each for each in (self.imported.findings if self.imported else ()) if each.code not in _LAYOUT]

    def _typed(self) -> Iterator[tuple[str, str]]:
        for line in self.data.get("more", "").splitlines():
            name, _, code = line.rpartition("=")
            yield name, code.strip()


def _plain(name: str) -> str:
    return " ".join(name.split())[:LONGEST_ALIAS]
