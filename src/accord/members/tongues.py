"""Languages by their tags, and how they are called."""

from __future__ import annotations

from django.conf.locale import LANG_INFO
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.engine.text.naming import NameRefused


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


def spelled(number: int) -> str:
    """Return a number as English prose has it, one to nine in words; elsewhere in figures, which need no case."""
    return str(apnumber(number)) if (get_language() or "en").startswith("en") else str(number)
