"""
The tables of negotiated texts.

A version is immutable and holds the whole text as the engine stores it; every act makes the next one. What is not
tabled yet stands in :class:`Proposal`, what the chair asks in :class:`Closing`. The adopted text is immutable too;
triggers of the database refuse to change or delete either (migrations).
"""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id
from accord.access.models import Audience
from accord.engine import text as engine
from accord.members.models import Organisation


class Text(models.Model):
    """
    A text under negotiation, for those admitted to its audience.

    Attributes:
        meeting: id of the meeting it is before, or ""; the meeting shows it, the text does not know more of it.
        number: number of the current version.
        state: "open", "council" (put to the council), or "adopted".
    """

    class State(models.TextChoices):
        """How far the text has come."""

        OPEN = "open", _("under negotiation")
        COUNCIL = "council", _("before the council")
        ADOPTED = "adopted", _("adopted")

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    meeting = models.CharField(max_length=16, blank=True, db_index=True)
    title = models.CharField(max_length=300)
    symbol = models.CharField(max_length=40, blank=True)
    sample = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    number = models.PositiveIntegerField(default=1)
    begun = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "symbol"], condition=~models.Q(symbol=""), name="one_text_per_symbol"
            ),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="texts_count_from_one"),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "council", "adopted"]), name="a_text_has_a_known_state"
            ),
        ]

    @property
    def stream(self) -> str:
        """The stream of the record in which acts on this text are numbered."""
        return f"text:{self.id}:{self.audience_id}"


class Version(models.Model):
    """One state of a text, immutable, identified by its fingerprint."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    text = models.ForeignKey(Text, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    fingerprint = models.CharField(max_length=64)
    stored = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="versions_count_from_one"),
        ]
        ordering = ["number"]

    @cached_property
    def body(self) -> engine.Text:
        """The text as the engine knows it."""
        return engine.load(self.stored)


class Proposal(models.Model):
    """
    Wording that a delegation has not tabled yet, and afterwards the memory that it did.

    Attributes:
        kind: "edit" (``block`` shall read ``wording``), "insert" (new paragraph behind ``block``), "delete", "bracket"
            (``wording`` are words of ``block`` that cannot be accepted).
        before: what the base of the block was when this was written.
    """

    class Kind(models.TextChoices):
        """What it asks for."""

        EDIT = "edit", _("to read")
        INSERT = "insert", _("a new paragraph")
        DELETE = "delete", _("no text")
        BRACKET = "bracket", _("cannot accept")

    class Stage(models.TextChoices):
        """Who sees it."""

        PRIVATE = "private", _("own delegation")
        CHAIR = "chair", _("with the chair")
        TABLED = "tabled", _("tabled")
        DROPPED = "dropped", _("dropped")

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    text = models.ForeignKey(Text, models.PROTECT, related_name="proposals")
    code = models.CharField(max_length=12)
    stage = models.CharField(max_length=8, choices=Stage.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    block = models.CharField(max_length=16, blank=True)
    wording = models.TextField(blank=True)
    before = models.TextField(blank=True)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stage__in=["private", "chair", "tabled", "dropped"]), name="a_proposal_has_a_stage"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["edit", "insert", "delete", "bracket"]), name="a_proposal_has_a_kind"
            ),
        ]


class Closing(models.Model):
    """
    The chair's proposal to close a choice on one of its alternatives.

    Attributes:
        wording: that alternative's wording, choices inside it as the base has them; "" is no text.
        version: number of the version in which it was proposed.
        asked: None until the chair asks "any objection?"; then code → what it held here, for those in the room.
    """

    class State(models.TextChoices):
        """How far it has come."""

        PROPOSED = "proposed", _("proposed")
        ASKED = "asked", _("any objection?")
        CLOSED = "closed", _("closed")
        DROPPED = "dropped", _("dropped")

    OPEN = (State.PROPOSED, State.ASKED)

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    text = models.ForeignKey(Text, models.PROTECT, related_name="closings")
    choice = models.CharField(max_length=20)
    wording = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    version = models.PositiveIntegerField()
    asked = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["proposed", "asked", "closed", "dropped"]),
                name="a_closing_has_a_known_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="asked") | models.Q(asked__isnull=False), name="asked_means_of_whom"
            ),
            models.UniqueConstraint(
                fields=["text", "choice"],
                condition=models.Q(state__in=["proposed", "asked"]),
                name="one_open_closing_per_choice",
            )
        ]


class Objection(models.Model):
    """A delegation's objection to a closing, or (``closing`` null) to the adoption of the text."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="objections")
    closing = models.ForeignKey(Closing, models.PROTECT, null=True, related_name="objections")
    code = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["closing", "code"], name="one_objection_per_closing"),
            models.UniqueConstraint(
                fields=["text", "code"], condition=models.Q(closing=None), name="one_objection_to_adoption"
            ),
        ]


class Roll(models.Model):
    """Whether a delegation's seat is taken while this text is before the meeting."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="roll")
    code = models.CharField(max_length=12)
    present = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "code"], name="one_seat_per_delegation")]


class Look(models.Model):
    """The version that a person last looked at."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    person = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "person"], name="one_look_per_person")]


class Adoption(models.Model):
    """The sealing of an adopted text, immutable."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    text = models.OneToOneField(Text, models.PROTECT, related_name="adoption")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=40)
    outcome = models.JSONField()
    sample = models.BooleanField()
    fingerprint = models.CharField(max_length=64)
    entry = models.PositiveIntegerField()
    at = models.DateTimeField()


class LanguageVersion(models.Model):
    """
    A language in which the text is kept in step, paragraph by paragraph.

    Attributes:
        tag: language tag ("ru"). source: tag of the version that it is made from; "" is the negotiated text.
        authentic: whether the text is not adopted while this version is out of step.
        group: codes of the delegations that check it; none means any delegation of the text.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    text = models.ForeignKey(Text, models.PROTECT, related_name="languages")
    tag = models.CharField(max_length=35)
    source = models.CharField(max_length=35, blank=True)
    authentic = models.BooleanField()
    group = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "tag"], name="one_version_per_language")]
        ordering = ["at", "tag"]


class Translation(models.Model):
    """
    The wording of a paragraph in another language, immutable; the latest of its paragraph counts.

    Attributes:
        wording: in notation. source_hash: of the paragraph that it was made from (accord.drafting.languages).
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    language = models.ForeignKey(LanguageVersion, models.PROTECT, related_name="translations")
    block = models.CharField(max_length=16)
    number = models.PositiveIntegerField()
    wording = models.TextField()
    source_hash = models.CharField(max_length=64)
    person = models.PositiveBigIntegerField(null=True)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "block", "number"], name="one_wording_per_number"),
        ]
        ordering = ["number"]


class LanguageCheck(models.Model):
    """That somebody of the language group has checked a wording against the paragraph it was made from, immutable."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    translation = models.ForeignKey(Translation, models.PROTECT, related_name="checks")
    source_hash = models.CharField(max_length=64)
    code = models.CharField(max_length=12)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation", "source_hash"], name="one_check_per_wording_and_source"),
        ]
