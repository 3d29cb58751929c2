"""The rounds of a text: the versions that somebody gave a name, and the current one."""

from __future__ import annotations

from django.db.models import Q

from accord.drafting.models import Text, Version


def rounds_of(text: Text) -> tuple[Version, ...]:
    """Return the rounds of a text that was found through a visible query, oldest first, without their wording."""
    return tuple(text.versions.filter(~Q(label="") | Q(number=text.number)).defer("stored"))
