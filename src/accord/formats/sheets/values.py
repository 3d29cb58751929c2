"""What a sheet is made of. Words are printed as they are, never read as markup; a line end in them stays one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.formats.pictures import Picture
from accord.formats.showing import reads_right_to_left

_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"})
_FIRST = re.compile(r"[a-z]*")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 or 2."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. ``quiet``: it only stands around what is said, such as a source."""

    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """
    A numbered item.

    Attributes:
        number: as it is printed, "3" or "3 bis"; numbers are not counted again. below: lines under the words.
    """

    number: str
    words: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """Numbered items."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of a term and what is said of it, such as "Place" and "Almaty"."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A table; its head is printed again on each page.

    Attributes:
        head: words over the columns. rows: as many cells each.
        widths: of the columns, in parts of their sum; () for equal ones.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows) or len(self.shares) != len(self.head):
            raise ValueError("every row of a table has as many cells as its head, and every column a width")

    @property
    def shares(self) -> tuple[int, ...]:
        """Widths of the columns, in parts of their sum."""
        return self.widths or (1,) * len(self.head)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture; what it shows stands in the table behind it as well."""

    picture: Picture


Part = Heading | Prose | Items | Facts | Grid | Drawn


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A printed paper.

    Attributes:
        title, subtitle: at its head; the subtitle may be "".
        language: tag of the language in which it is printed; it says as well in which direction the paper runs.
        sample: the words that mark it as a sample, printed at the head of every page; "" where it is none.
        notes: lines at its end, such as what was left out or on what the paper stands.
        parts: in reading order.
    """

    title: str
    subtitle: str = ""
    language: str = "en"
    sample: str = ""
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def right_to_left(self) -> bool:
        """Whether the paper runs from right to left."""
        found = _FIRST.match(self.language.lower())
        return found is not None and found[0] in _FROM_RIGHT

    def runs_other_way(self, words: str) -> bool:
        """Whether these words run against the direction of the paper; words without a letter run with it."""
        return bool(_LETTER.search(words)) and reads_right_to_left(words) != self.right_to_left
