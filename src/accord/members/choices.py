"""What can be chosen in the register: the words that rows store, and how they are called."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    """How well a fact is known."""

    STATED = "stated", _("stated")
    INFERENCE = "inference", _("inferred")
    UNVERIFIED = "unverified", _("unverified")


class Rotation(TextChoices):
    """How the chairmanship passes from member to member."""

    YEAR = "year", _("each calendar year")
    SESSION = "session", _("from one session to the next")
    HALF = "half", _("each half of a calendar year")


class Status(TextChoices):
    """What a state is to the organisation from a day on."""

    FULL = "full", _("member")
    APART = "apart", _("member that takes no part at present")
    SUSPENDED = "suspended", _("suspended member")
    OBSERVER = "observer", _("observer")
    PARTNER = "partner", _("partner state")
    LEFT = "left", _("left")


class OrganKind(TextChoices):
    """What kind of organ it is."""

    COUNCIL = "council", _("council")
    COMMITTEE = "committee", _("committee")
    GROUP = "group", _("working group")
    COORDINATION = "coordination", _("coordination council")
    PARLIAMENT = "parliament", _("parliamentary assembly")
    SECRETARIAT = "secretariat", _("secretariat")
    OFFICE = "office", _("office")
    OTHER = "other", _("other organ")


class PartnerKind(TextChoices):
    """What a partner is."""

    ORGANISATION = "organisation", pgettext_lazy("partner", "organisation")
    STRUCTURE = "structure", pgettext_lazy("partner", "structure of an organisation")
    STATE = "state", pgettext_lazy("partner", "state")


class Lasting(TextChoices):
    """For how long an agreement is made."""

    UNSAID = "unsaid", _("not stated")
    OPEN = "open", _("without a last day")
    UNTIL = "until", _("until a day")


class JointKind(TextChoices):
    """What was done together with a partner."""

    GROUP = "group", _("meeting of a working group")
    MEETING = "meeting", _("meeting")
    SIDE = "side", _("meeting beside another one")
    ACTIVITY = "activity", _("joint activity")
    OPERATION = "operation", _("joint operation")
    DOCUMENT = "document", _("document")
    OTHER = "other", pgettext_lazy("done together", "something else")


class JointRole(TextChoices):
    """As what a partner took part."""

    OBSERVER = "observer", pgettext_lazy("role of a partner", "observer")
    GUEST = "guest", pgettext_lazy("role of a partner", "guest")
    PARTICIPANT = "participant", pgettext_lazy("role of a partner", "participant")
    PARTY = "party", pgettext_lazy("role of a partner", "author or signatory")


class Matter(TextChoices):
    """What a rule of the organisation is about, and so where one meets it."""

    DECIDING = "deciding", _("deciding")
    CHAIR = "chair", _("the chairmanship")
    OFFICE = "office", _("officials and the secretariat")
    MEETINGS = "meetings", _("meetings")
    PAPERS = "papers", _("documents on their way")
    STATUS = "status", _("members, observers and partners")


class PowerKind(TextChoices):
    """What a person may do for a member."""

    FULL = "full", _("full powers")
    DECIDES = "decides", _("decides")
    SPEAKS = "speaks", _("speaks")
    ALTERNATE = "alternate", _("alternate")


class Use(TextChoices):
    """What a name is for: to be shown, or to be understood where somebody writes it."""

    NAME = "name", _("name")
    SHORT = "short", _("short name")
    ALIAS = "alias", _("also written")
