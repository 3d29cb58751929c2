"""What can be chosen of a meeting: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Format(TextChoices):
    """Who sits: the admitted only, or all who are invited."""

    NARROW = "narrow", _("Narrow")
    EXTENDED = "extended", _("Extended")


class Kind(TextChoices):
    """What kind of meeting it is."""

    REGULAR = "regular", _("regular meeting")
    EXTRAORDINARY = "extraordinary", _("extraordinary meeting")
    JOINT = "joint", _("joint meeting")
    CONSULTATIONS = "consultations", _("consultations")
    GROUP = "group", _("meeting of a working group")
    SIDE = "side", _("side meeting")
    WORKING = "working", _("working meeting")


class State(TextChoices):
    """How far a meeting is."""

    PROPOSED = "proposed", _("proposed")
    CONVENED = "convened", _("convened")
    CANCELLED = "cancelled", _("cancelled")
    DECLINED = "declined", _("declined")


class Told(TextChoices):
    """What a circumstance of a meeting is: a fact, what one source says, or where sources differ."""

    FACT = "fact", _("fact")
    ACCOUNT = "account", _("what a source says")
    CONFLICT = "conflict", _("where sources differ")


class Attendance(TextChoices):
    """Whether a seat was taken. An empty seat is neither consent nor objection."""

    PRESENT = "present", _("present")
    EMPTY = "empty", _("seat empty")


class AgendaStage(TextChoices):
    """How far an agenda has come."""

    DRAFT = "draft", _("draft")
    PROVISIONAL = "provisional", _("provisional")
    ADOPTED = "adopted", _("adopted")


class Proposed(TextChoices):
    """What is proposed for an agenda, or was changed in it."""

    ADD = "add", _("a further item")
    CHANGE = "change", _("another wording")
    REMOVE = "remove", _("taken off")


class ItemState(TextChoices):
    """What has become of a proposal for an agenda."""

    PROPOSED = "proposed", _("proposed")
    TAKEN = "taken", _("taken up")
    DECLINED = "declined", _("not taken up")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Turn(TextChoices):
    """How a speaker stands on the list."""

    WAITS = "waits", _("waits")
    SPEAKS = "speaks", _("has the floor")
    SPOKE = "spoke", _("has spoken")
    WITHDREW = "withdrew", _("withdrew")


class Approval(TextChoices):
    """How far the record of a meeting has come."""

    DRAFT = "draft", _("being drawn up")
    CIRCULATED = "circulated", _("circulated for correction")
    APPROVED = "approved", _("approved")


class Consent(TextChoices):
    """How the members consent to an invitation."""

    EXPRESS = "express", _("every member says so")
    SILENCE = "silence", _("no objection until a deadline")


class Word(TextChoices):
    """What a member says to an invitation. Whoever says nothing says neither."""

    CONSENT = "consent", _("consents")
    OBJECTION = "objection", _("objects")


class Invited(TextChoices):
    """How far an invitation has come."""

    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed, not yet sent")
    REFUSED = "refused", _("refused")
    SENT = "sent", _("sent")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Rank(TextChoices):
    """As what somebody takes part, in the order in which they are listed."""

    HEAD = "head", _("head")
    ALTERNATE = "alternate", _("alternate")
    ADVISER = "adviser", _("adviser")
    EXPERT = "expert", _("expert")


class Precedence(TextChoices):
    """In which order the delegations are listed and seated."""

    COUNCIL = "council", _("the council’s own order")
    CHAIR = "chair", _("the chair first, then the council’s own order")
    HOST = "host", _("the host first, then the council’s own order")


class Presence(TextChoices):
    """How a member sits in a sitting. An empty seat is neither consent nor objection."""

    PRESENT = "present", _("present")
    REPRESENTED = "represented", _("represented by another member")
    EMPTY = "empty", _("seat empty")


class Service(TextChoices):
    """What staff does in a sitting. None of it has a voice."""

    INTERPRETER = "interpreter", _("interpreter")
    NOTES = "notes", _("note-taker")
    TECHNICAL = "technical", _("technical staff")


class CredentialForm(TextChoices):
    """In which form credentials were given."""

    FULL_POWERS = "full_powers", _("full powers")
    LETTER = "letter", _("letter of credentials")
    NOTE = "note", _("note verbale")


class CredentialState(TextChoices):
    """What became of credentials."""

    RECEIVED = "received", _("received, not checked yet")
    ACCEPTED = "accepted", _("accepted")
    RETURNED = "returned", _("returned")
