"""Forms of meetings: when and where one takes place. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.text.naming import NameRefused
from accord.meetings.choices import Kind
from accord.meetings.values import Convocation, Hours, Schedule
from accord.members.tongues import tag_called
from accord.web.forms.begin import NameField, StepForm, zones
from accord.web.forms.days import DayField

Choices = Iterable[tuple[str, str]]
FORMATS = (("narrow", gettext_lazy("Narrow")), ("extended", gettext_lazy("Extended")))
NO_KEY = {"required": gettext_lazy("Load the page again: the form has no key.")}


def day_field(*, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    messages = {
        "required": gettext_lazy("The meeting needs a day."),
        "invalid": gettext_lazy("The day is written year, month, day: 2031-05-04."),
    }
    return DayField(required=required, error_messages=messages)


def time_field() -> forms.TimeField:
    """Return a field for an hour of the place."""
    message = gettext_lazy("The hour is written as 09:30.")
    return forms.TimeField(
        required=False, widget=forms.TimeInput(attrs={"type": "time"}), error_messages={"invalid": message}
    )


class TagsField(NameField):
    """Languages by name or tag, parted by commas; tags by spaces too."""

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the tags. Raises ValidationError: one of them is no language."""
        try:
            parts = [each.strip() for each in super().clean(value).replace(";", ",").split(",") if each.strip()]
            return tuple(dict.fromkeys(tag for part in parts for tag in _tags(part)))
        except NameRefused as error:
            raise forms.ValidationError(str(error)) from error


def _tags(part: str) -> list[str]:
    """Return the language that is named, or the tags between blanks. Raises NameRefused."""
    try:
        return [tag_called(part)]
    except NameRefused:
        return [tag_called(each) for each in part.split()]


@dataclass(frozen=True, slots=True)
class SittingFields:
    """The fields of one sitting, for a template."""

    code: str
    name: str
    day: forms.BoundField
    begins: forms.BoundField
    ends: forms.BoundField
    languages: forms.BoundField


class HoursForm(StepForm):
    """
    The days and hours of sittings, as the clocks of the place show them, and the languages of interpretation.

    Args:
        sittings: code and name of each; a field of theirs begins with the code, "extended-2_begins".
    """

    def __init__(self, *arguments: Any, sittings: Choices = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sittings = tuple(sittings)
        for code, _name in self.sittings:
            self.fields[f"{code}_day"] = day_field(required=False)
            self.fields[f"{code}_begins"] = time_field()
            self.fields[f"{code}_ends"] = time_field()
            self.fields[f"{code}_languages"] = TagsField(longest=200, required=False)

    @property
    def rows(self) -> list[SittingFields]:
        """The fields, sitting by sitting."""
        parts = ("day", "begins", "ends", "languages")
        return [SittingFields(code, name, *(self[f"{code}_{part}"] for part in parts)) for code, name in self.sittings]

    def hours(self, codes: Iterable[str]) -> tuple[Hours, ...]:
        """Return the hours of these sittings; none for one without any."""
        values = self.cleaned_data
        found = []
        for code in codes:
            begins, ends, day = (values.get(f"{code}_{part}") for part in ("begins", "ends", "day"))
            languages = values.get(f"{code}_languages") or ()
            if begins or ends or languages:
                found.append(Hours(code, begins, ends, day, languages))
        return tuple(found)

    def clean(self) -> dict[str, Any]:
        """An end needs a beginning, and so does a day of its own."""
        values = super().clean() or self.cleaned_data
        for code, _name in self.sittings:
            if (values.get(f"{code}_ends") or values.get(f"{code}_day")) and not values.get(f"{code}_begins"):
                self.add_error(f"{code}_begins", _("Say when the sitting begins."))
        return values


class ConveneForm(HoursForm):
    """
    A meeting with its day, its kind and its sittings.

    Args:
        organs, members, meetings: those that can be chosen, as (key, name).
    """

    typed = ("title", "city", "country")

    title = NameField(longest=200, error_messages={"required": gettext_lazy("The meeting needs a title.")})
    day = day_field()
    zone = forms.ChoiceField(
        choices=lambda: [(name, name) for name in zones()],
        error_messages={"invalid_choice": gettext_lazy("This is no time zone of the list.")},
    )
    city = NameField(longest=80, required=False)
    country = NameField(longest=80, required=False)
    sittings = forms.MultipleChoiceField(
        choices=[("narrow", gettext_lazy("narrow")), ("extended", gettext_lazy("extended"))],
        error_messages={"required": gettext_lazy("A meeting has at least one sitting.")},
    )

    kind = forms.ChoiceField(choices=Kind.choices, required=False)
    organ = forms.ChoiceField(required=False)
    organs = forms.MultipleChoiceField(required=False)
    host = forms.ChoiceField(required=False)
    side_of = forms.ChoiceField(required=False)
    proposed_by = forms.ChoiceField(required=False)
    sample = forms.BooleanField(required=False, label=gettext_lazy("This is a sample, no real meeting"))

    def __init__(
        self, *arguments: Any, organs: Choices = (), members: Choices = (), meetings: Choices = (), **options: Any
    ) -> None:
        super().__init__(*arguments, sittings=FORMATS, **options)
        known = {"organ": organs, "organs": organs, "host": members, "side_of": meetings, "proposed_by": members}
        for name, choices in known.items():
            none = [] if name == "organs" else [("", gettext_lazy("none"))]
            self.fields[name].choices = [*none, *choices]  # type: ignore[attr-defined]

    @property
    def convocation(self) -> Convocation:
        """What is convened; only of a valid form."""
        names = ("title", "day", "zone", "city", "country", "organ", "host", "side_of", "proposed_by", "sample")
        values = {name: self.cleaned_data[name] for name in names}
        kind, organs = self.cleaned_data["kind"] or Kind.REGULAR, tuple(self.cleaned_data["organs"])
        return Convocation(**values, kind=kind, organs=organs, formats=self.formats, hours=self.hours(self.formats))

    @property
    def formats(self) -> tuple[str, ...]:
        """The sittings in their order."""
        return tuple(form for form in ("narrow", "extended") if form in self.cleaned_data["sittings"])

    @property
    def chosen(self) -> list[str]:
        """The sittings as they were sent; both before that."""
        return self.data.getlist("sittings") if self.is_bound else ["narrow", "extended"]


class MoveForm(HoursForm):
    """Another day, place or hours of a meeting with its sittings."""

    typed = ("city", "country", "reason")

    day = day_field()
    zone = forms.ChoiceField(choices=lambda: [(name, name) for name in zones()])
    city = NameField(longest=80, required=False)
    country = NameField(longest=80, required=False)
    reason = NameField(longest=300, required=False)

    @property
    def schedule(self) -> Schedule:
        """The new schedule; only of a valid form."""
        values = {name: self.cleaned_data[name] for name in ("day", "zone", "city", "country", "reason")}
        return Schedule(**values, hours=self.hours(code for code, _name in self.sittings))


class SittingForm(HoursForm):
    """A further sitting of a meeting, or one that is taken out."""

    form = forms.ChoiceField(choices=FORMATS, required=False)
    code = forms.SlugField(max_length=16, required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, sittings=(("new", _("Further sitting")),), **options)

    @property
    def its_hours(self) -> Hours | None:
        """Day, hours and languages; None without any."""
        return next(iter(self.hours(["new"])), None)


class CancelForm(forms.Form):
    """Why a meeting is cancelled."""

    key = forms.UUIDField(error_messages=NO_KEY)
    why = NameField(longest=300, error_messages={"required": gettext_lazy("Say why the meeting is cancelled.")})


class PlainForm(forms.Form):
    """An act without words."""

    key = forms.UUIDField(error_messages=NO_KEY)


class DeclineForm(PlainForm):
    """Why a proposed meeting is not convened."""

    why = NameField(longest=300, error_messages={"required": gettext_lazy("Say why the meeting is not convened.")})
