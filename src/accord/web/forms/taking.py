"""
Forms of the items of a report: how each enters the register, filled with what was read, for a person to correct.

What was typed stays, whatever happens. On what an entry rests is the report; only how well it is known is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.commitments.values import MeasureEntry
from accord.documents.choices import Kind as DocumentKind
from accord.documents.values import DocumentEntry, StopEntry
from accord.documents.values import ReportEntry as DocumentReport
from accord.inbox.choices import DOUBTS
from accord.inbox.queries.choosing import Choosing
from accord.inbox.values import DocumentTaking, PersonTaking, PriorityTaking
from accord.meetings.choices import Format
from accord.meetings.choices import Kind as MeetingKind
from accord.meetings.values import Convocation
from accord.members.choices import PartnerKind
from accord.members.values import PartnerEntry, PersonEntry, PostEntry
from accord.positions.choices import Holding as PositionHolding
from accord.positions.values import PositionEntry, Whose
from accord.programme.choices import Holding
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry, PriorityEntry
from accord.web.forms.activities import PUBLIC_ONLY
from accord.web.forms.begin import NameField
from accord.web.forms.items import ItemForm, NoteForm, PlainForm, SameForm, TakeForm, VerdictForm
from accord.web.forms.register import Choices, day_field
from accord.web.forms.taking_meetings import SeatTake, VoicedTake

OUTCOMES = (
    ("", _("only reported")),
    ("adopted", _("adopted there")),
    ("forwarded", _("approved there and forwarded")),
    ("approved", _("approved there")),
)


class MeetingTake(TakeForm):
    """A meeting; hours and zone are entered on its own page."""

    title = NameField(longest=200, label=_("Title"))
    organ = forms.ChoiceField(required=False, label=_("Organ"))
    kind = forms.ChoiceField(choices=MeetingKind.choices, label=_("Kind"))
    day = day_field(_("Day"))
    when = NameField(longest=80, required=False, label=_("Day in words"), help_text=_("Only where no day is known."))
    city = NameField(longest=80, required=False, label=_("City"))
    country = NameField(longest=80, required=False, label=_("Country"))
    host = forms.ChoiceField(required=False, label=_("Host"))
    chair = forms.ChoiceField(required=False, label=_("Presiding member"))
    formats = forms.MultipleChoiceField(
        choices=Format.choices,
        widget=forms.CheckboxSelectMultiple,
        label=_("Sittings"),
        error_messages={"required": _("A meeting has at least one sitting.")},
    )
    note = NameField(longest=300, required=False, label=_("Note"))

    def clean(self) -> dict[str, Any]:
        """A meeting has a day, or words for it."""
        values = super().clean() or self.cleaned_data
        if not values.get("day") and not values.get("when") and "day" not in self.errors:
            self.add_error("day", _("When is it? Give the day, or say in words what is known."))
        return values

    @property
    def entry(self) -> Convocation:
        """The meeting."""
        names = ("title", "organ", "kind", "day", "when", "city", "country", "host", "chair", "note")
        return Convocation(**self.values(*names), formats=tuple(self.cleaned_data["formats"]))


class PersonTake(TakeForm):
    """A person, with a post and the meeting in which the person took part."""

    person = forms.ChoiceField(required=False, label=_("Person"))
    name = NameField(
        longest=120, required=False, label=_("Name"), help_text=_("Of a new one. Persons in public office only.")
    )
    aliases = NameField(longest=400, required=False, label=_("Also written"), help_text=_("Parted by commas."))
    post = NameField(
        longest=160, required=False, label=_("Post"), help_text=_("Empty where the register has it already.")
    )
    member = forms.ChoiceField(required=False, label=_("Of the member"))
    organ = forms.ChoiceField(required=False, label=_("In the organ"))
    seen = day_field(_("Known to hold it on"))
    beside = forms.BooleanField(required=False, label=_("held beside another post of this person"))
    meeting = forms.ChoiceField(required=False, label=_("Took part in the meeting"))

    def clean(self) -> dict[str, Any]:
        """A new person has a name."""
        values = super().clean() or self.cleaned_data
        if not values.get("person") and not values.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write the name, or choose the person."))
        return values

    @property
    def entry(self) -> PersonTaking:
        """The person."""
        given = self.cleaned_data
        post = PostEntry(given["post"], **self.values("member", "organ", "seen", "beside")) if given["post"] else None
        return PersonTaking(
            PersonEntry(given["name"], aliases=_parted(given["aliases"])), given["person"], post, given["meeting"]
        )


class DocumentTake(TakeForm):
    """A document, and what was done with it: discussed is not adopted."""

    document = forms.ChoiceField(required=False, label=_("Document"))
    title = NameField(longest=400, required=False, label=_("Title"), help_text=_("Of a new one, as printed."))
    kind = forms.ChoiceField(choices=DocumentKind.choices, label=_("Kind"))
    told = NameField(longest=500, label=_("What is reported of it"), widget=forms.Textarea)
    day = day_field(_("On which day"), required=True)
    outcome = forms.ChoiceField(required=False, choices=OUTCOMES, label=_("What was done with it"))
    step = forms.ChoiceField(required=False, label=_("At which step of its way"))
    meeting = forms.ChoiceField(required=False, label=_("Before the meeting"))
    open = forms.BooleanField(required=False, label=_("everybody who sees the register sees that it exists"))

    def clean(self) -> dict[str, Any]:
        """A new document has a title; what was done with it was done at a step."""
        values = super().clean() or self.cleaned_data
        if not values.get("document") and not values.get("title") and "title" not in self.errors:
            self.add_error("title", _("Write the title, or choose the document."))
        if values.get("outcome") and not values.get("step"):
            self.add_error("step", _("Say at which step of its way that was done."))
        return values

    @property
    def entry(self) -> DocumentTaking:
        """The document."""
        given = self.cleaned_data
        stop = StopEntry(given["step"], until=given["day"], outcome=given["outcome"]) if given["outcome"] else None
        entry = DocumentEntry(**self.values("title", "kind", "meeting", "open"), stops=(stop,) if stop else ())
        return DocumentTaking(entry, DocumentReport(given["told"], given["day"]), given["document"])


class PartnerTake(TakeForm):
    """A partner."""

    code = NameField(longest=12, label=_("Code"))
    name = NameField(longest=200, label=_("Name"))
    kind = forms.ChoiceField(choices=PartnerKind.choices, label=_("Kind"))
    parent = forms.ChoiceField(required=False, label=_("A structure of"))
    rests_on = NameField(longest=300, required=False, label=_("On what the cooperation rests"))

    @property
    def entry(self) -> PartnerEntry:
        """The partner."""
        return PartnerEntry(**self.values("code", "name", "kind", "parent", "rests_on"))


class ActivityTake(TakeForm):
    """An edition of a series of joint activities."""

    series = NameField(longest=120, label=_("Series"), help_text=_("One that is not known yet begins with it."))
    edition = NameField(longest=40, label=_("Edition"), help_text=_("Such as: 2031."))
    state = forms.ChoiceField(choices=Holding.choices, label=_("How it stands"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    host = forms.ChoiceField(required=False, label=_("Host"))
    place = NameField(longest=120, required=False, label=_("Place"), help_text=PUBLIC_ONLY)
    begins = day_field(_("First day"))
    ends = day_field(_("Last day"))
    when = NameField(
        longest=80, required=False, label=_("Days in words"), help_text=_("Only where no day is known: autumn 2031.")
    )
    reason = NameField(longest=300, required=False, label=_("Reason"), help_text=_("Why it was moved or cancelled."))
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    @property
    def entry(self) -> ActivityEntry:
        """The edition."""
        names = ("series", "edition", "state", "area", "host", "place", "begins", "ends", "when", "reason", "known")
        return ActivityEntry(**self.values(*names))


class AreaTake(TakeForm):
    """An area of cooperation."""

    name = NameField(longest=200, label=_("Name"))

    @property
    def entry(self) -> AreaEntry:
        """The area."""
        return AreaEntry("", self.cleaned_data["name"])


class PriorityTake(TakeForm):
    """A priority of a programme."""

    term = forms.ChoiceField(required=False, label=_("Term"))
    number = forms.IntegerField(min_value=1, max_value=99, label=_("Number"))
    name = NameField(longest=300, label=_("Priority"))
    area = forms.ChoiceField(required=False, label=_("Area"))

    @property
    def entry(self) -> PriorityTaking:
        """The priority."""
        term = self.cleaned_data["term"]
        entry = PriorityEntry(**self.values("number", "name", "area"))
        return PriorityTaking(entry, date.fromisoformat(term) if term else None)


class PositionTake(TakeForm):
    """
    A position; “we” stays ambiguous until a person says whose it is.

    Args:
        candidates: who may be meant, while it is not settled.
    """

    whose = forms.ChoiceField(choices=PositionHolding.choices, label=_("Whose it is"))
    member = forms.ChoiceField(required=False, label=_("Of the member"), help_text=_("Of a national one."))
    organ = forms.ChoiceField(
        required=False, label=_("Of the organ"), help_text=_("Of a collective one; none: the organisation.")
    )
    words = NameField(longest=1000, label=_("Words"), widget=forms.Textarea)
    topic = NameField(longest=160, required=False, label=_("About"))
    situation = forms.ChoiceField(required=False, label=_("On the situation"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    day = day_field(_("Said on"))
    speaker = NameField(longest=160, required=False, label=_("By whom"), help_text=_("An office rather than a name."))
    meeting = forms.ChoiceField(required=False, label=_("In the meeting"))

    def __init__(self, *arguments: Any, candidates: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.candidates = tuple(candidates)

    def clean(self) -> dict[str, Any]:
        """A position is about something; a national one is a member's."""
        values = super().clean() or self.cleaned_data
        if not values.get("topic") and not values.get("situation"):
            self.add_error("topic", _("Say what it is about: a topic, a situation, or both."))
        if values.get("whose") == PositionHolding.NATIONAL and not values.get("member"):
            self.add_error("member", _("Say whose position it is."))
        return values

    @property
    def entry(self) -> PositionEntry:
        """The position."""
        given = self.cleaned_data
        whose = Whose(
            given["whose"],
            member=given["member"] if given["whose"] == PositionHolding.NATIONAL else "",
            organ=given["organ"] if given["whose"] == PositionHolding.COLLECTIVE else "",
            candidates=self.candidates if given["whose"] == PositionHolding.AMBIGUOUS else (),
        )
        names = ("words", "topic", "situation", "area", "day", "speaker", "meeting")
        return PositionEntry(whose, **self.values(*names), verbatim=True)


class OperationTake(TakeForm):
    """A joint operation as a programme; who takes part, phases and results are entered on its page."""

    name = NameField(longest=120, label=_("Name"))
    purpose = NameField(longest=300, label=_("Purpose"), help_text=_("Public programme facts only."))
    aliases = NameField(longest=400, required=False, label=_("Also written"), help_text=_("Parted by commas."))
    area = forms.ChoiceField(required=False, label=_("Area"))
    organ = forms.ChoiceField(required=False, label=_("Organ"))
    since = forms.IntegerField(required=False, min_value=1900, max_value=2999, label=_("Since the year"))

    @property
    def entry(self) -> OperationEntry:
        """The operation."""
        names = ("name", "purpose", "area", "organ", "since")
        return OperationEntry(**self.values(*names), aliases=_parted(self.cleaned_data["aliases"]))


class PromiseTake(TakeForm):
    """A promise, which becomes a measure of a priority and is followed there."""

    priority = forms.ChoiceField(
        label=_("A measure of the priority"), error_messages={"required": _("Say of which priority it is a measure.")}
    )
    words = NameField(longest=500, label=_("Words"), widget=forms.Textarea)
    owner = forms.ChoiceField(required=False, label=_("Who is to do it"))
    due = day_field(_("Last day"))
    when = NameField(longest=80, required=False, label=_("Days in words"), help_text=_("Only where no day is known."))
    area = forms.ChoiceField(required=False, label=_("Area"))
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    @property
    def entry(self) -> MeasureEntry:
        """The measure."""
        owner, given = self.cleaned_data["owner"], self.values("words", "due", "when", "area", "known")
        return MeasureEntry(self.cleaned_data["priority"], **given, owner=f"member {owner}" if owner else "")


def _parted(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.split(",") if each.strip())


TAKE_FORMS: Mapping[str, type[TakeForm]] = {
    "meetings": MeetingTake,
    "people": PersonTake,
    "documents": DocumentTake,
    "partners": PartnerTake,
    "activities": ActivityTake,
    "areas": AreaTake,
    "priorities": PriorityTake,
    "positions": PositionTake,
    "operations": OperationTake,
    "promises": PromiseTake,
}
"""The kinds of items that have a place in the register."""

_FORMS: Mapping[str, type[ItemForm]] = {
    "same": SameForm, "leave": NoteForm, "keep": NoteForm, "settle": VerdictForm, "reopen": PlainForm,
    "voice": VoicedTake, "seat": SeatTake, "unseat": PlainForm,
}  # fmt: skip


def form_of(verb: str, kind: str) -> type[ItemForm]:
    """Return the form of what is done with an item of a kind."""
    return TAKE_FORMS[kind] if verb == "take" else _FORMS[verb]


def verbs_of(kind: str, data: Mapping[str, Any], choosing: Choosing) -> tuple[str, ...]:
    """Return what can be done with an item of a kind, read so, in the order of its page."""
    if kind == DOUBTS:
        return ("settle", "reopen")
    same = ("same",) if choosing.same else ()
    return (*taking_verbs(kind, data), *same, "keep", "leave", "reopen", "unseat")


def taking_verbs(kind: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ways in which an item can enter the register, the likely one first."""
    if kind == "promises":
        return ("voice", "take") if data["strength"] in ("wish", "proposed") else ("take", "voice")
    if kind == "people" and data["attendance"] == "absent":
        return ("seat", "take")
    return ("take",)


def choices_of(choosing: Choosing) -> dict[str, Choices]:
    """Return what can be chosen, by the names of fields."""
    return {
        "organ": choosing.organs,
        "member": choosing.members,
        "host": choosing.members,
        "chair": choosing.members,
        "person": choosing.people,
        "meeting": choosing.meetings,
        "document": choosing.documents,
        "parent": choosing.partners,
        "area": choosing.areas,
        "owner": choosing.members,
        "priority": choosing.priorities,
        "term": choosing.terms,
        "situation": choosing.situations,
        "step": choosing.steps,
        "sitting": choosing.sittings,
        "code": choosing.members,
        "row": choosing.same,
    }
