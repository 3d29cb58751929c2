"""Forms of meetings: when and where one takes place. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.text.naming import NameRefused
from accord.meetings.choices import Kind
from accord.meetings.values import Convocation, Hours, Schedule
from accord.members.tongues import tag_of
from accord.web.forms.begin import NameField, StepForm, zones

Choices = Iterable[tuple[str, str]]
FORMATS = ("narrow", "extended")
NO_KEY = {"required": gettext_lazy("Load the page again: the form has no key.")}


def time_field() -> forms.TimeField:
    """Return a field for an hour of the place."""
    message = gettext_lazy("The hour is written as 09:30.")
    return forms.TimeField(
        required=False, widget=forms.TimeInput(attrs={"type": "time"}), error_messages={"invalid": message}
    )


class HoursForm(StepForm):
    """The hours of the sittings, as the clocks of the place show them, and the languages of interpretation."""

    narrow_begins = time_field()
    narrow_ends = time_field()
    extended_begins = time_field()
    extended_ends = time_field()
    languages = NameField(longest=200, required=False)

    def clean_languages(self) -> tuple[str, ...]:
        """Return language tags, parted by commas or spaces."""
        try:
            return tuple(tag_of(each) for each in self.cleaned_data["languages"].replace(",", " ").split())
        except NameRefused as error:
            raise forms.ValidationError(str(error)) from error

    def hours(self, formats: Iterable[str]) -> tuple[Hours, ...]:
        """Return the hours of these sittings; none for one without any."""
        values = self.cleaned_data
        found = []
        for form in formats:
            begins, ends = values.get(f"{form}_begins"), values.get(f"{form}_ends")
            if begins or ends or values.get("languages"):
                found.append(Hours(form, begins, ends, languages=values.get("languages") or ()))
        return tuple(found)

    def clean(self) -> dict[str, Any]:
        """An end needs a beginning."""
        values = super().clean() or self.cleaned_data
        for form in FORMATS:
            if values.get(f"{form}_ends") and not values.get(f"{form}_begins"):
                self.add_error(f"{form}_begins", _("Say when the sitting begins."))
        return values


class ConveneForm(HoursForm):
    """
    A meeting with its day, its kind and its sittings.

    Args:
        organs, members, meetings: those that can be chosen, as (key, name).
    """

    typed = ("title", "city", "country")

    title = NameField(longest=200, error_messages={"required": gettext_lazy("The meeting needs a title.")})
    day = forms.DateField(
        error_messages={
            "required": gettext_lazy("The meeting needs a day."),
            "invalid": gettext_lazy("The day is written year, month, day: 2031-05-04."),
        }
    )
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

    def __init__(
        self, *arguments: Any, organs: Choices = (), members: Choices = (), meetings: Choices = (), **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        known = {"organ": organs, "organs": organs, "host": members, "side_of": meetings}
        for name, choices in known.items():
            none = [] if name == "organs" else [("", _("none"))]
            self.fields[name].choices = [*none, *choices]  # type: ignore[attr-defined]

    @property
    def convocation(self) -> Convocation:
        """What is convened; only of a valid form."""
        names = ("title", "day", "zone", "city", "country", "organ", "host", "side_of")
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
    """Another day, place or hours of a meeting."""

    typed = ("city", "country", "reason")

    day = forms.DateField(
        error_messages={
            "required": gettext_lazy("The meeting needs a day."),
            "invalid": gettext_lazy("The day is written year, month, day: 2031-05-04."),
        }
    )
    zone = forms.ChoiceField(choices=lambda: [(name, name) for name in zones()])
    city = NameField(longest=80, required=False)
    country = NameField(longest=80, required=False)
    reason = NameField(longest=300, required=False)

    def schedule(self, formats: Iterable[str]) -> Schedule:
        """Return the new schedule of a meeting with these sittings; only of a valid form."""
        values = {name: self.cleaned_data[name] for name in ("day", "zone", "city", "country", "reason")}
        return Schedule(**values, hours=self.hours(formats))


class CancelForm(forms.Form):
    """Why a meeting is cancelled."""

    key = forms.UUIDField(error_messages=NO_KEY)
    why = NameField(longest=300, error_messages={"required": gettext_lazy("Say why the meeting is cancelled.")})
