"""Forms of the course of a meeting: agenda, speakers, statements, record. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.meetings.agenda import ItemWish
from accord.meetings.choices import Proposed
from accord.meetings.floor import StatementEntry
from accord.meetings.minuting import NextEntry
from accord.members.errors import Unfit
from accord.web.forms.acts import ActForm
from accord.web.forms.begin import NameField
from accord.web.forms.days import DayField
from accord.web.forms.documents import RawField
from accord.web.forms.meetings import day_field, time_field

Choices = Iterable[tuple[str, str]]
MINUTES = {"invalid": gettext_lazy("Minutes are a whole number.")}
A_NUMBER = {"invalid": gettext_lazy("This is no number."), "required": gettext_lazy("Say which.")}
PARTS = 12
"""How many parts the form of a record takes."""


class CourseForm(ActForm):
    """An act in the course of a meeting; a refusal stands at its field."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def refuse(self, error: Exception) -> None:
        """Put the reason where it belongs."""
        if isinstance(error, Unfit) and error.field in self.fields:
            self.add_error(error.field, str(error))
        else:
            super().refuse(error)

    def choose(self, **choices: Choices) -> None:
        """Set what can be chosen in these fields, none first."""
        for name, pairs in choices.items():
            self.fields[name].choices = [("", gettext_lazy("none")), *pairs]  # type: ignore[attr-defined]


def minutes_field() -> forms.IntegerField:
    """Return a field for minutes."""
    return forms.IntegerField(required=False, min_value=1, max_value=1440, error_messages=MINUTES)


# The agenda


class WishForm(CourseForm):
    """What is wanted of an item: a further one, a change, or that it is taken off."""

    what = forms.ChoiceField(choices=Proposed.choices)
    item = forms.SlugField(required=False, max_length=16)
    title = NameField(longest=300, required=False)
    rapporteur = NameField(longest=120, required=False)
    minutes = minutes_field()
    sitting = forms.SlugField(required=False, max_length=16)
    reason = NameField(longest=500, required=False)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        names = ("what", "item", "title", "rapporteur", "minutes", "sitting", "reason")
        wish = ItemWish(**{name: self.cleaned_data[name] for name in names})
        return {"wish": wish, "key": self.cleaned_data["key"]}


class ProposalForm(CourseForm):
    """A proposal that is withdrawn."""

    proposal = forms.SlugField(max_length=16)


class AnswerForm(ProposalForm):
    """A proposal that is answered."""

    answer = NameField(longest=500, required=False)


class PlaceForm(CourseForm):
    """Another place of an item."""

    item = forms.SlugField(max_length=16)
    place = forms.IntegerField(error_messages=A_NUMBER)


class NoteForm(CourseForm):
    """How an agenda was adopted, in words."""

    note = NameField(longest=300, required=False)


class DocumentForm(CourseForm):
    """A document of an item: a text, a paper of the meeting, or a title."""

    item = forms.SlugField(max_length=16)
    text = forms.SlugField(required=False, max_length=16)
    paper = forms.IntegerField(required=False, error_messages=A_NUMBER)
    title = NameField(longest=300, required=False)


class DropDocumentForm(CourseForm):
    """A document that is taken from its item."""

    document = forms.SlugField(max_length=16)


# Speakers and statements


class OpenFloorForm(CourseForm):
    """A list of speakers that is opened."""

    sitting = forms.SlugField(max_length=16)
    item = forms.SlugField(required=False, max_length=16)
    limit = minutes_field()


class FloorForm(CourseForm):
    """An act on a list of speakers."""

    floor = forms.SlugField(max_length=16)


class SetFloorForm(FloorForm):
    """Limit of a list, and whether it is closed."""

    limit = minutes_field()
    closed = forms.BooleanField(required=False)


class AskForm(FloorForm):
    """A speaker for a list."""

    code = forms.CharField(required=False, max_length=12)
    name = NameField(longest=120, required=False)


class GiveForm(FloorForm):
    """The speaker who has the floor next; nobody where it is empty."""

    speaker = forms.SlugField(required=False, max_length=16)


class SpeakerForm(CourseForm):
    """A speaker who waits."""

    speaker = forms.SlugField(max_length=16)


class PlaceSpeakerForm(SpeakerForm):
    """Another place for a speaker who waits."""

    place = forms.IntegerField(error_messages=A_NUMBER)


class StatementForm(CourseForm):
    """
    What somebody said.

    Args:
        zone: IANA zone of the place, whose clocks show the hour.
    """

    code = forms.CharField(required=False, max_length=12)
    name = NameField(longest=120, required=False)
    post = NameField(longest=160, required=False)
    sitting = forms.SlugField(required=False, max_length=16)
    item = forms.SlugField(required=False, max_length=16)
    day = day_field(required=False)
    time = time_field()
    public = forms.BooleanField(required=False)
    sample = forms.BooleanField(required=False)
    wording = RawField()
    wording_field = "wording"

    def __init__(self, *arguments: Any, zone: str = "UTC", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.zone = zone

    def clean(self) -> dict[str, Any]:
        """An hour needs a day."""
        values = super().clean() or self.cleaned_data
        if values.get("time") and not values.get("day"):
            self.add_error("day", _("An hour needs a day."))
        return values

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = self.cleaned_data
        at = values["day"] and values["time"] and datetime.combine(values["day"], values["time"], ZoneInfo(self.zone))
        names = ("wording", "code", "name", "post", "sitting", "item", "public", "sample")
        entry = StatementEntry(**{name: values[name] for name in names}, at=at or None)
        return {"entry": entry, "key": values["key"]}


class PaperForm(CourseForm):
    """A paper that is tabled in a sitting, maybe under an item."""

    sitting = forms.SlugField(max_length=16)
    item = forms.SlugField(required=False, max_length=16)
    title = NameField(longest=200, error_messages={"required": gettext_lazy("The paper needs a title.")})
    sample = forms.BooleanField(required=False)
    wording = RawField(error_messages={"required": gettext_lazy("The paper has no words yet.")})
    wording_field = "wording"


# The record


class DrawForm(CourseForm):
    """A record that is drawn up."""

    sample = forms.BooleanField(required=False)


class PartsForm(CourseForm):
    """The parts of a record: fields heading-0 and wording-0, heading-1 and wording-1, …"""

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Heading and words of each part, as they were typed; empty ones are left out."""
        names = ((f"heading-{n}", f"wording-{n}") for n in range(PARTS))
        pairs = ((str(self.data.get(head, "")), str(self.data.get(words, ""))) for head, words in names)
        return tuple(pair for pair in pairs if any(pair))

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {"parts": self.parts, "key": self.cleaned_data["key"]}


class UntilForm(CourseForm):
    """The day until which corrections are taken: one of those offered, or the one that was typed."""

    offered = DayField(required=False)
    until = DayField(
        required=False,
        error_messages={
            "invalid": gettext_lazy("The day is written year, month, day: 2031-05-04."),
        },
    )

    def clean(self) -> dict[str, Any]:
        """A day is needed, and one alone."""
        values = super().clean() or self.cleaned_data
        offered = values.pop("offered", None)
        if offered and values.get("until"):
            self.add_error("until", _("Choose an offered end or type a day, not both."))
        values["until"] = values.get("until") or offered
        if not values["until"] and "until" not in self.errors:
            self.add_error("until", _("Say until which day corrections are taken."))
        return values


class CorrectionForm(CourseForm):
    """A correction that is asked for."""

    wording = RawField()
    wording_field = "wording"


class AnswerCorrectionForm(CourseForm):
    """A correction that is answered."""

    correction = forms.SlugField(max_length=16)
    taken = forms.TypedChoiceField(choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes")
    answer = NameField(longest=500, required=False)


class ApproveForm(CourseForm):
    """Who reads an approved record: the council, or all who see the meeting."""

    public = forms.BooleanField(required=False)


class NextForm(CourseForm):
    """When and where the next meeting is proposed."""

    day = day_field(required=False)
    when = NameField(longest=80, required=False)
    place = NameField(longest=160, required=False)
    convened = forms.SlugField(required=False, max_length=16)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = self.cleaned_data
        entry = NextEntry(**{name: values[name] for name in ("day", "when", "place", "convened")})
        return {"entry": entry, "key": values["key"]}
