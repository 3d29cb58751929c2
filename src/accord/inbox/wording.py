"""Kinds of draft records and degrees of doubt, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "meetings": _("Meetings"),
    "people": _("People"),
    "documents": _("Documents"),
    "positions": _("Positions"),
    "partners": _("Partners"),
    "activities": _("Activities"),
    "operations": _("Operations"),
    "areas": _("Areas"),
    "priorities": _("Priorities"),
    "promises": _("Promises"),
}
SEVERITIES = {"error": _("does not fit"), "ambiguity": _("a person decides"), "note": _("to note")}
