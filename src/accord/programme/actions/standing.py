"""How an edition stands: what of it is checked, and how it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Member
from accord.programme.choices import Holding
from accord.programme.models import Activity, Turn
from accord.programme.values import ActivityEntry, TurnEntry

WHERE_AND_WHEN = ("host", "place", "begins", "ends", "when")
"""What of an edition is moved."""


def stand_values(entry: ActivityEntry | TurnEntry, members: Mapping[str, Member]) -> dict[str, Any]:
    """Return the columns of how an edition stands, checked. Raises Unfit."""
    for field, reason in _wrong(entry, members):
        raise Unfit(field, reason)
    return {
        "state": entry.state,
        "host": members.get(entry.host),
        "place": checks.name("place", entry.place, longest=120, optional=True),
        "begins": entry.begins,
        "ends": entry.ends,
        "when": checks.name("when", entry.when, longest=80, optional=True),
        "reason": checks.name("reason", entry.reason, longest=300, optional=True),
        **entry.basis.columns(),
    }


def put_stand(
    row: Activity | Turn, entry: ActivityEntry | TurnEntry, values: Mapping[str, Any], members: Mapping[str, Member]
) -> None:
    """Store how an edition stands in this row."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    row.participants.set(members[code] for code in entry.participants)
    row.absent.set(members[code] for code in entry.absent)


def differs(row: Activity | Turn, values: Mapping[str, Any]) -> bool:
    """Whether host, place or days are others than those of the row."""
    return any(getattr(row, name) != values[name] for name in WHERE_AND_WHEN)


def _wrong(entry: ActivityEntry | TurnEntry, members: Mapping[str, Member]) -> Iterator[tuple[str, str]]:
    if entry.state not in Holding.values:
        yield "state", _("“%s” is no state of an activity.") % entry.state
    if entry.ends and (entry.begins is None or entry.ends < entry.begins):
        yield "ends", _("The last day comes before the first.") if entry.begins else _("Say the first day too.")
    if entry.state == Holding.CANCELLED and not entry.reason:
        yield "reason", _("Say why it was cancelled, or that no reason is known.")
    for field, codes in (("host", (entry.host,)), ("participants", entry.participants), ("absent", entry.absent)):
        for code in codes:
            if code and code not in members:
                yield field, _("“%s” is not in the register.") % code
    both = set(entry.participants) & set(entry.absent)
    if both:
        yield "absent", _("%s cannot both take part and not take part.") % ", ".join(sorted(both))
