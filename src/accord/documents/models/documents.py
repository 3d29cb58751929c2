"""Documents, their symbols, what is reported of them, and what they are to one another."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.access.models import Audience
from accord.documents.choices import Kind, State, SymbolKind, TieKind
from accord.documents.models.ways import Way
from accord.drafting.models import Text
from accord.members.models import Organisation, Sourced


class Document(Sourced):
    """
    A document that passes the steps of a way.

    Attributes:
        title: as printed, "" where it is not known; ``tongue`` is its language. titles: in other languages, by tag.
        final: key of the step that completes it; "" is the last of its way.
        begun: the day from which it is known to be on its way, None where no day is known.
        period: what a recurring paper is for ("2031"). outline: its items, one a line.
        text: the negotiated text that holds its wording, None while none does.
        ended: "" | "withdrawn" | "split" | "merged", and on which day, and why.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="documents")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    way = models.ForeignKey(Way, models.PROTECT, related_name="+")
    title = models.CharField(max_length=400, blank=True)
    tongue = models.CharField(max_length=35, default="en")
    titles = models.JSONField(default=dict)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OTHER)
    symbol = models.CharField(max_length=40, blank=True)
    final = models.CharField(max_length=40, blank=True)
    begun = models.DateField(null=True)
    period = models.CharField(max_length=40, blank=True)
    outline = models.TextField(blank=True)
    text = models.ForeignKey(Text, models.PROTECT, null=True, related_name="+")
    proposed_by = models.CharField(max_length=12, blank=True)
    sample = models.BooleanField(default=False)
    ended = models.CharField(max_length=10, blank=True)
    ended_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "symbol"], condition=~models.Q(symbol=""), name="one_document_per_symbol"
            ),
            models.CheckConstraint(
                condition=models.Q(ended__in=["", State.WITHDRAWN, State.SPLIT, State.MERGED]),
                name="a_document_ends_in_a_known_way",
            ),
        ]
        ordering = ["-begun", "at", "id"]

    @property
    def stream(self) -> str:
        """The stream of the record in which its moves are numbered."""
        return f"document:{self.pk}:{self.audience_id}"


class GivenSymbol(models.Model):
    """A symbol that was given to a document, or to what was added to it; ``words`` say what it changes or adds."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="symbols")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    symbol = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=SymbolKind.choices)
    words = models.CharField(max_length=500, blank=True)
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "symbol"], name="one_symbol_once")]
        ordering = ["id"]


class Report(Sourced):
    """What is reported of a document besides its stops; ``when`` says the day as it is known ("2013")."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="reports")
    day = models.DateField()
    when = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=500)

    class Meta:
        ordering = ["day", "id"]


class Tie(models.Model):
    """What a document is to another: split into it, merged into it, replacing it, prepared from it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="ties")
    other = models.ForeignKey(Document, models.CASCADE, related_name="tied")
    kind = models.CharField(max_length=10, choices=TieKind.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "other", "kind"], name="one_tie_once")]
        ordering = ["id"]
