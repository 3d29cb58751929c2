"""Forms of joint activities: series, editions, what became of them. What was typed stays, whatever happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.engine.text.naming import NameRefused
from accord.members.tongues import tag_of
from accord.members.values import NameEntry
from accord.programme.choices import Holding, Tie
from accord.programme.values import ActivityEntry, SeriesEntry, ServiceEntry, TieEntry, TurnEntry
from accord.web.forms.begin import NameField
from accord.web.forms.register import SOURCE_FIELDS, Choices, SourcedForm, day_field

PUBLIC_ONLY = _("A country and a region or city, nothing nearer.")
STAND = ("state", "host", "place", "begins", "ends", "when", "reason")


def several(label: Any) -> forms.MultipleChoiceField:
    """Return a field for several members."""
    return forms.MultipleChoiceField(required=False, label=label, widget=forms.CheckboxSelectMultiple)


class ProgrammeForm(SourcedForm):
    """
    Something of the programme; ``of_series`` and ``of_edition`` say of what, by the names in the register.

    Args:
        areas, members, series, editions, priorities: what can be chosen.
    """

    of_series = forms.CharField(required=False, widget=forms.HiddenInput)
    of_edition = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *arguments: Any,
        areas: Choices = (),
        members: Choices = (),
        series: Choices = (),
        editions: Choices = (),
        priorities: Choices = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        offered = {"area": areas, "host": members, "series": series, "other": editions, "priority": priorities}
        for name, choices in offered.items():
            if isinstance(field := self.fields.get(name), forms.ChoiceField):
                field.choices = [*choices] if field.required else [("", _("none")), *choices]
        for name in ("participants", "absent"):
            if isinstance(field := self.fields.get(name), forms.MultipleChoiceField):
                field.choices = [*members]

    @property
    def about(self) -> tuple[str, str]:
        """Series and edition, by their names, whose page shows what was entered."""
        return self.cleaned_data["of_series"], self.cleaned_data["of_edition"]


class SeriesForm(ProgrammeForm):
    """A series of joint activities."""

    title = _("A series of joint activities")

    of_key = forms.SlugField(required=False, widget=forms.HiddenInput)
    name = NameField(longest=120, label=_("Name"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    kind = NameField(longest=120, required=False, label=_("What kind of activity"), help_text=_("Such as: exercise."))
    subject = NameField(longest=200, required=False, label=_("What it is about"))
    first = forms.IntegerField(
        required=False, min_value=1900, max_value=2999, label=_("First year"), help_text=_("As a source names it.")
    )
    note = NameField(longest=300, required=False, label=_("Note"))

    @property
    def entry(self) -> SeriesEntry:
        """The series."""
        names = ("name", "area", "kind", "subject", "first", "note")
        return SeriesEntry(**self.values(*names), key=self.cleaned_data["of_key"], basis=self.basis)

    @property
    def about(self) -> tuple[str, str]:
        """The series itself."""
        return self.cleaned_data["name"], ""


class StandForm(ProgrammeForm):
    """How an edition stands."""

    state = forms.ChoiceField(choices=Holding.choices, label=_("How it stands"))
    host = forms.ChoiceField(required=False, label=_("Host"))
    place = NameField(longest=120, required=False, label=_("Place"), help_text=PUBLIC_ONLY)
    begins = day_field(_("First day"))
    ends = day_field(_("Last day"))
    when = NameField(
        longest=80, required=False, label=_("Days in words"), help_text=_("Only where no day is known: autumn 2031.")
    )
    reason = NameField(longest=300, required=False, label=_("Reason"), help_text=_("Why it was moved or cancelled."))
    participants = several(_("Takes part"))
    absent = several(_("Takes no part, as a source says"))

    @property
    def stand(self) -> dict[str, Any]:
        """How it stands, by the names of the entry."""
        members = {name: tuple(self.cleaned_data[name]) for name in ("participants", "absent")}
        return {**self.values(*STAND), **members, "basis": self.basis}


class EditionForm(StandForm):
    """An edition of a series."""

    title = _("An edition of a series")

    series = forms.ChoiceField(label=_("Series"), error_messages={"required": _("Enter the series first.")})
    edition = NameField(longest=40, label=_("Edition"), help_text=_("Such as: 2031."))
    area = forms.ChoiceField(required=False, label=_("Area"), help_text=_("None: that of the series."))
    note = NameField(longest=300, required=False, label=_("Note"))
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    field_order = ("series", "edition")

    @property
    def entry(self) -> ActivityEntry:
        """The edition."""
        return ActivityEntry(**self.values("series", "edition", "area", "note", "known"), **self.stand)

    @property
    def about(self) -> tuple[str, str]:
        """The edition itself."""
        return self.cleaned_data["series"], self.cleaned_data["edition"]


class TurnForm(StandForm):
    """What became of an edition."""

    title = _("What became of this edition")

    known = day_field(
        _("Known since"), required=True, hint=_("Pages of an earlier day keep showing how it stood then.")
    )

    field_order = ("known",)

    @property
    def entry(self) -> TurnEntry:
        """What became of it."""
        series, edition = self.about
        return TurnEntry(series, edition, self.cleaned_data["known"], **self.stand)


class TieForm(ProgrammeForm):
    """How an edition is tied to another."""

    title = _("How it is tied to another")

    kind = forms.ChoiceField(choices=Tie.choices, label=_("It is"))
    other = forms.ChoiceField(required=False, label=_("The other activity"))
    words = NameField(
        longest=200, required=False, label=_("In words"), help_text=_("Where the other one is not in this programme.")
    )
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    @property
    def entry(self) -> TieEntry:
        """The tie."""
        series, edition = self.about
        other_series, _line, other = self.cleaned_data["other"].partition("\n")
        values = self.values("kind", "words", "known")
        return TieEntry(series, edition, other_series=other_series, other=other, **values, basis=self.basis)


class Serving(forms.Form):
    """Which priority something serves: by its number and the first day of its term, "3 2024-01-01"."""

    title = _("A priority that it serves")

    priority = forms.ChoiceField(
        label=_("Priority"),
        help_text=_("That it serves it is said by a source, or concluded: say below which."),
        error_messages={"required": _("Enter the priority first.")},
    )
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    def serving(self, **what: str) -> ServiceEntry:
        """Return that this serves the priority."""
        number, _space, term = self.cleaned_data["priority"].partition(" ")
        first = date.fromisoformat(term) if term else None
        return ServiceEntry(int(number), **what, term=first, known=self.cleaned_data["known"])


class SeriesServiceForm(Serving, ProgrammeForm):
    """Which priority an edition serves."""

    @property
    def entry(self) -> ServiceEntry:
        """That it serves it."""
        series, edition = self.about
        return replace(self.serving(series=series, edition=edition), basis=self.basis)


class Spelled(forms.Form):
    """A name in another language, or another spelling, of what has the key ``of_key``; it is no fact of its own."""

    title = _("Another name or spelling")

    of_key = forms.SlugField(widget=forms.HiddenInput)
    language = NameField(
        longest=35,
        required=False,
        label=_("Language"),
        help_text=_("A language tag, such as: ru. Empty: another spelling of the name."),
    )
    words = NameField(longest=300, label=_("Name"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in SOURCE_FIELDS:
            self.fields.pop(name, None)

    def clean_language(self) -> str:
        """Return the tag in its usual form, "" for a spelling."""
        try:
            return tag_of(self.cleaned_data["language"]) if self.cleaned_data["language"] else ""
        except NameRefused as error:
            raise forms.ValidationError(str(error)) from error

    def named(self, kind: str) -> NameEntry:
        """Return the name of something of this kind."""
        known = {name: self.cleaned_data[name] for name in ("language", "words")}
        return NameEntry(f"{kind} {self.cleaned_data['of_key']}", **known)


class SeriesNameForm(Spelled, ProgrammeForm):
    """A name of a series."""

    @property
    def entry(self) -> NameEntry:
        """The name."""
        return self.named("series")
