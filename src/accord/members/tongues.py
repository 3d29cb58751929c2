"""Languages by their tags, and how they are called."""

from __future__ import annotations

import functools

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.engine.text.naming import NameRefused

_CHINESE = {"chinese": "zh", "китайский": "zh", "中文": "zh"}
"""Django knows this language by its scripts alone."""


def language_name(tag: str) -> str:
    """Return how a language is called, in the reader's language where that is known; else its tag."""
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get({"zh": "zh-hans"}.get(tag, tag.partition("-")[0]))
    return _(known["name"]) if known and "name" in known else tag


def tag_of(value: str) -> str:
    """Return a language tag in its usual form. Raises engine.TextError where it is none."""
    first, *rest = value.strip().split("-")
    sound = 2 <= len(first) <= 3 and all(1 < len(each) <= 8 and each.isalnum() for each in rest)
    if not sound or not value.strip().replace("-", "").isascii() or not first.isalpha() or len(value) > 35:
        raise NameRefused(_("Name the language by its tag, for instance ru, kk or zh-Hans."))
    return "-".join([first.lower(), *(each.title() if len(each) == 4 else each.upper() for each in rest)])


def tag_called(value: str) -> str:
    """
    Return the tag of a language that is named by its tag, or as it is called in a language of the pages or in its own.

    Raises:
        engine.TextError: it is neither.
    """
    known = _called().get(" ".join(value.split()).casefold())
    return known or tag_of(value)


@functools.cache
def _called() -> dict[str, str]:
    """Return the tags of languages by what they are called, in the languages of the pages and in their own."""
    found: dict[str, str] = {}
    for tag, info in LANG_INFO.items():
        if "name" not in info or "-" in tag:
            continue
        found.setdefault(info["name_local"].casefold(), tag)
        for reader, _name in settings.LANGUAGES:
            with translation.override(reader):
                found.setdefault(_(info["name"]).casefold(), tag)
    return found | _CHINESE


def spelled(number: int) -> str:
    """Return a number as English prose has it, one to nine in words; elsewhere in figures, which need no case."""
    return str(apnumber(number)) if (get_language() or "en").startswith("en") else str(number)
