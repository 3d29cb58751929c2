"""What can be chosen of a document: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What kind of document it is."""

    STATEMENT = "statement", _("statement")
    DECISION = "decision", _("decision")
    DRAFT = "draft", _("draft decision of a higher organ")
    PROGRAMME = "programme", _("programme")
    LIST = "list", _("list of joint statements")
    PLAN = "plan", _("plan of consultations")
    TREATY = "treaty", _("treaty or protocol")
    REPORT = "report", _("report")
    OTHER = "other", _("other document")


class StepKind(TextChoices):
    """Who has a document at a step."""

    EXPERTS = "experts", _("experts")
    CLEARANCE = "clearance", _("each member by itself")
    ORGAN = "organ", _("an organ")


class Outcome(TextChoices):
    """How a document left a step; "" while it is there."""

    CLEARED = "cleared", _("cleared")
    APPROVED = "approved", _("approved")
    FORWARDED = "forwarded", _("approved and forwarded")
    ADOPTED = "adopted", _("adopted")
    SIGNED = "signed", _("signed")
    RETURNED = "returned", _("returned")
    NOT_STATED = "not stated", _("some documents passed here, which is not stated")
    WITHDRAWN = "withdrawn", _("withdrawn here")
    SPLIT = "split", _("split here")
    MERGED = "merged", _("merged here")


class Said(TextChoices):
    """What a member said in a clearance."""

    ASKED = "asked", _("not yet cleared")
    CLEARED = "cleared", _("cleared")
    COMMENT = "comment", _("has remarks")
    OBJECTS = "objects", _("objects")


class TieKind(TextChoices):
    """What one document is to another."""

    SPLIT = "split", _("split into")
    MERGED = "merged", _("merged into")
    REPLACES = "replaces", _("replaces")
    RECURRING = "recurring", _("prepared from")


REVERSED = {
    TieKind.SPLIT: _("part of"),
    TieKind.MERGED: _("merged from"),
    TieKind.REPLACES: _("replaced by"),
    TieKind.RECURRING: _("from it was prepared"),
}
"""The same ties, told by the other document."""


class SymbolKind(TextChoices):
    """What a symbol stands for."""

    FIRST = "first", _("the document as first tabled")
    REVISION = "revision", _("a revision")
    ADDENDUM = "addendum", _("an addendum")
    CORRIGENDUM = "corrigendum", _("a corrigendum")


class State(TextChoices):
    """How a document stands, as the engine says it."""

    NOT_BEGUN = "not begun", _("not yet on its way")
    HERE = "here", _("on its way")
    BETWEEN = "between", _("passed on, not yet arrived")
    COMPLETED = "completed", _("completed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SPLIT = "split", _("split")
    MERGED = "merged", _("merged")
