"""Names that versions get by themselves: kept in the language of whoever acted, told in the reader's."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

GIVEN = (gettext_noop("Zero draft"), gettext_noop("Imported draft"), gettext_noop("Adopted"))
"""What a version is called that nobody named, in English."""


def label_told(label: str) -> str:
    """Return a version's name in the reader's language where it got it by itself, else as somebody gave it."""
    return _(_given()[label]) if label in _given() else label


@cache
def _given() -> dict[str, str]:
    """Return the names in every language of the pages, each with the English one."""
    found: dict[str, str] = {}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            found.update({_(name): name for name in GIVEN})
    return found
