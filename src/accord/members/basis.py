"""On what a fact rests: the value behind the columns of :class:`accord.members.models.Sourced`."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Basis:
    """
    Source and standing of one fact.

    Attributes:
        source_name: who says it; for what a secretariat enters of its own council, "the secretariat".
        source_date: day of publication, "2024-06-21", or "" when the source shows none.
        standing: "stated" | "inference" | "unverified".
        why: how an inferred fact was concluded, or what is not verified; never empty for these.
    """

    source_name: str = "the secretariat"
    source_url: str = ""
    source_date: str = ""
    standing: str = "stated"
    why: str = ""

    def columns(self) -> dict[str, str]:
        """Return the values by the names of the columns."""
        return asdict(self)

    @classmethod
    def of(cls, row: object) -> Basis:
        """Return the basis of a stored row."""
        return cls(**{name: getattr(row, name) for name in cls.__slots__})


def source_told(basis: Basis) -> str:
    """Return on what something rests: how well it is known, who says it, and how it was concluded."""
    known = {"stated": _("stated"), "inference": _("inferred"), "unverified": _("unverified")}
    first = ", ".join(filter(None, (known.get(basis.standing, basis.standing), basis.source_name, basis.source_date)))
    return "\n".join(filter(None, (first, basis.why)))
