"""
The tables of decisions.

What members say is append-only: a later word of a member supersedes its earlier one, and both stay. The ruling is
immutable and there is at most one a question; triggers of the database refuse to change or delete it (migrations).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.access import new_id
from accord.access.models import Audience
from accord.meetings.models import Meeting
from accord.members.models import Organisation


class Way(models.TextChoices):
    """How the members are asked."""

    CONSENSUS = "consensus", _("any objection?")
    SHOW = "show", _("show of hands")
    ROLL = "roll", _("roll call")
    SECRET = "secret", _("secret ballot")
    SILENCE = "silence", _("silence procedure")


class Position(models.TextChoices):
    """What a member can say. The last three are of a silence procedure."""

    FOR = "for", _("in favour")
    AGAINST = "against", _("against")
    ABSTAIN = "abstain", _("abstains")
    ABSENT = "absent", _("absent")
    NO_OBJECTION = "no_objection", _("no objection")
    OBJECTION = "objection", _("objects")
    NOT_PARTICIPATING = "not_participating", _("does not take part")
    AMENDMENT = "amendment", _("proposes an amendment")
    WITHDRAWN = "withdrawn", _("takes its objection back")


class Question(models.Model):
    """
    A question put to decision.

    Attributes:
        meeting: where it was put; None for a question between meetings.
        about: id of the text that is decided on, or "". adopts: whether the text is adopted when the answer is yes.
        bound: fingerprint of the version of that text on which it was put, or "".
        title: the question in words.
        rule: id of the decision rule; ``day`` is the day whose version and members apply.
        subject: code of the member that a "minus one" or party rule is about, or "".
        round: of a silence procedure: 1, and one more for each time that it was put again.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=16, blank=True)
    title = models.CharField(max_length=300)
    rule = models.CharField(max_length=40)
    day = models.DateField()
    subject = models.CharField(max_length=12, blank=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    sample = models.BooleanField(default=False)
    adopts = models.BooleanField(default=False)
    bound = models.CharField(max_length=64, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(way__in=Way.values), name="a_question_has_a_way")]

    @property
    def stream(self) -> str:
        """The stream of the record in which acts on this question are numbered."""
        return f"question:{self.pk}:{self.audience_id}"


class Word(models.Model):
    """
    What a member said, or is recorded with.

    Attributes:
        authority: who entered it: "delegate" for the member itself, "chair" or "secretariat" for what was said aloud.
        at: when it arrived.
        current: whether it is the member's last word in this round.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="words")
    round = models.PositiveSmallIntegerField(default=1)
    member = models.CharField(max_length=12)
    position = models.CharField(max_length=20, choices=Position.choices)
    reason = models.TextField(blank=True)
    authority = models.CharField(max_length=12)
    at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "round", "member"], condition=models.Q(current=True), name="one_current_word"
            ),
            models.CheckConstraint(condition=models.Q(position__in=Position.values), name="a_word_is_a_position"),
        ]


class Count(models.Model):
    """What one teller counted in a secret ballot; it decides when two tellers counted the same."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="counts")
    person = models.PositiveBigIntegerField()
    teller = models.CharField(max_length=150)
    in_favour = models.PositiveIntegerField()
    against = models.PositiveIntegerField()
    abstaining = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["question", "person"], name="one_count_per_teller")]


class Statement(models.Model):
    """What a member attaches to the record. It never changes an outcome."""

    class Kind(models.TextChoices):
        """What it is."""

        RESERVATION = "reservation", _("reservation")
        INTERPRETATION = "interpretation", _("interpretative statement")
        EXPLANATION = "explanation", _("explanation of position")
        DISSOCIATION = "dissociation", _("dissociation")
        CORRECTION = "correction", _("correction of a vote")

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    question = models.ForeignKey(Question, models.PROTECT, related_name="statements")
    member = models.CharField(max_length=12)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    wording = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["reservation", "interpretation", "explanation", "dissociation", "correction"]
                ),
                name="a_statement_has_a_kind",
            )
        ]


class Silence(models.Model):
    """
    The terms of a silence procedure in one round; a later deadline is a new row of the same round.

    Attributes:
        fingerprint: of what silence binds to.
        asked: codes of the members whose objection breaks it.
        zone: IANA name of the zone in which the deadline was set.
        drain: seconds after the deadline before which nothing closes.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="terms")
    round = models.PositiveSmallIntegerField(default=1)
    fingerprint = models.CharField(max_length=64)
    asked = models.JSONField()
    announced = models.DateTimeField()
    opens = models.DateTimeField()
    deadline = models.DateTimeField()
    zone = models.CharField(max_length=40)
    drain = models.PositiveIntegerField(default=60)

    class Meta:
        ordering = ["round", "deadline"]
        constraints = [
            models.UniqueConstraint(fields=["question", "round", "deadline"], name="one_deadline_once"),
            models.CheckConstraint(condition=models.Q(deadline__gt=models.F("opens")), name="a_period_is_not_empty"),
            models.CheckConstraint(condition=models.Q(drain__gt=0), name="a_drain_is_not_empty"),
        ]


class Ruling(models.Model):
    """The one closing of a question: the outcome under its rule with its reasons, immutable."""

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    question = models.OneToOneField(Question, models.PROTECT, related_name="ruling")
    outcome = models.CharField(max_length=14)
    shown = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["adopted", "not_adopted", "lapsed"]), name="a_ruling_is_determined"
            )
        ]


class Watching(models.Model):
    """
    A span in which a service that watches silence procedures gave signs without a gap.

    Attributes:
        service: id of the watching process. drift: by how many seconds wall clock and monotonic clock came to disagree.
    """

    service = models.CharField(max_length=16)
    since = models.DateTimeField()
    seen = models.DateTimeField(db_index=True)
    drift = models.FloatField(default=0.0)
