"""Why a place of a language version is doubted, as a sentence in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accord.engine.text.concordance import Doubt

_BOTH: dict[str, Promise | str] = {
    "brackets": _("The brackets are not the same: %(one)s here, %(other)s there."),
    "holders": _("The brackets are held by others: %(one)s here, %(other)s there."),
    "label": _("The labels are not the same: %(one)s here, %(other)s there."),
    "items": _("The list has %(one)s items here and %(other)s there."),
    "date": _("The dates are not the same: %(one)s here, %(other)s there."),
    "number": _("The numbers are not the same: %(one)s here, %(other)s there."),
    "percent": _("The percentages are not the same: %(one)s here, %(other)s there."),
    "code": _("The codes are not the same: %(one)s here, %(other)s there."),
    "name": _("The names may not be the same: %(one)s here, %(other)s there."),
    "order": _("The names stand the other way round: %(one)s here, %(other)s there."),
    "negation": _("One says no and the other does not: %(one)s here, %(other)s there."),
}
_MISSING_IN_TRANSLATION: dict[str, Promise | str] = {
    "brackets": _("The translation has no such brackets: %(one)s."),
    "holders": _("The translation has no such holders: %(one)s."),
    "label": _("The translation has no such label: %(one)s."),
    "items": _("The translation has no such list: %(one)s items."),
    "date": _("The translation has no such date: %(one)s."),
    "number": _("The translation has no such number: %(one)s."),
    "percent": _("The translation has no percentage: %(one)s."),
    "code": _("The translation has no such code: %(one)s."),
    "name": _("The translation has no such name: %(one)s."),
    "order": _("The translation has no such names: %(one)s."),
    "negation": _("The translation has no negation there: %(one)s."),
}
_MISSING_IN_SOURCE: dict[str, Promise | str] = {
    "brackets": _("The source has no such brackets: %(other)s."),
    "holders": _("The source has no such holders: %(other)s."),
    "label": _("The source has no such label: %(other)s."),
    "items": _("The source has no such list: %(other)s items."),
    "date": _("The source has no such date: %(other)s."),
    "number": _("The source has no such number: %(other)s."),
    "percent": _("The source has no percentage: %(other)s."),
    "code": _("The source has no such code: %(other)s."),
    "name": _("The source has no such name: %(other)s."),
    "order": _("The source has no such names: %(other)s."),
    "negation": _("The source has no negation there: %(other)s."),
}


def reason_of(doubt: Doubt) -> str:
    """Return what was seen at a doubtful place, as one sentence."""
    words = {"one": doubt.source.words, "other": doubt.other.words}
    if all(words.values()):
        return str(_BOTH[doubt.kind]) % words
    table = _MISSING_IN_TRANSLATION if words["one"] else _MISSING_IN_SOURCE
    return str(table[doubt.kind]) % words
