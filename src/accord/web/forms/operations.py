"""Forms of joint operations: the programme, who takes part, phases, published results."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.members.values import NameEntry
from accord.programme.choices import Exactness, Holding
from accord.programme.values import OperationEntry, PhaseEntry, ResultEntry, ServiceEntry, TakingEntry
from accord.web.forms.activities import PUBLIC_ONLY, Serving, Spelled, several
from accord.web.forms.begin import NameField
from accord.web.forms.register import Choices, SourcedForm, day_field


class OfOperation(SourcedForm):
    """
    Something of an operation; ``of_operation`` says of which, by its name in the register.

    Args:
        areas, organs, members, phases, priorities: what can be chosen.
    """

    of_operation = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *arguments: Any,
        areas: Choices = (),
        members: Choices = (),
        phases: Choices = (),
        priorities: Choices = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        for name, choices in {"area": areas, "phase": phases}.items():
            if isinstance(field := self.fields.get(name), forms.ChoiceField):
                field.choices = [("", _("none")), *choices]
        if isinstance(field := self.fields.get("priority"), forms.ChoiceField):
            field.choices = [*priorities]
        for name in ("participants", "members"):
            if isinstance(field := self.fields.get(name), forms.MultipleChoiceField):
                field.choices = [*members]

    @property
    def about(self) -> str:
        """The operation, by its name, whose page shows what was entered."""
        return str(self.cleaned_data["of_operation"])


class OperationForm(OfOperation):
    """A joint operation as a programme."""

    title = _("A joint operation")

    of_key = forms.SlugField(required=False, widget=forms.HiddenInput)
    name = NameField(longest=120, label=_("Name"))
    purpose = NameField(longest=300, label=_("Purpose"))
    area = forms.ChoiceField(required=False, label=_("Area"))
    organ = forms.ChoiceField(required=False, label=_("Organ"))
    since = forms.IntegerField(
        required=False, min_value=1900, max_value=2999, label=_("First year"), help_text=_("As a source names it.")
    )
    kind = NameField(longest=200, required=False, label=_("How it is run"), help_text=_("Such as: yearly, in phases."))
    observers = NameField(longest=300, required=False, label=_("Observers"))

    @property
    def entry(self) -> OperationEntry:
        """The operation."""
        values = self.values("name", "purpose", "area", "organ", "since", "kind", "observers")
        return OperationEntry(**values, key=self.cleaned_data["of_key"], basis=self.basis)

    @property
    def about(self) -> str:
        """The operation itself."""
        return str(self.cleaned_data["name"])


class OperationNameForm(Spelled, OfOperation):
    """A name of an operation."""

    @property
    def entry(self) -> NameEntry:
        """The name."""
        return self.named("operation")


class OperationServiceForm(Serving, OfOperation):
    """Which priority an operation serves."""

    @property
    def entry(self) -> ServiceEntry:
        """That it serves it."""
        return replace(self.serving(operation=self.about), basis=self.basis)


class TakingForm(OfOperation):
    """Who takes part in an operation as a programme."""

    title = _("Who takes part")

    members = several(_("Takes part, as a source says"))
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    @property
    def entry(self) -> TakingEntry:
        """Who takes part."""
        return TakingEntry(
            self.about, tuple(self.cleaned_data["members"]), self.cleaned_data["known"], basis=self.basis
        )


class PhaseForm(OfOperation):
    """A phase of an operation."""

    title = _("A phase of the operation")

    name = NameField(longest=120, label=_("Name"), help_text=_("A phase of the same name is corrected."))
    state = forms.ChoiceField(choices=Holding.choices, label=_("How it stands"))
    place = NameField(longest=120, required=False, label=_("Place"), help_text=PUBLIC_ONLY)
    begins = day_field(_("First day"))
    ends = day_field(_("Last day"))
    when = NameField(
        longest=300, required=False, label=_("Days in words"), help_text=_("Only where no day is known: autumn 2031.")
    )
    observers = NameField(longest=300, required=False, label=_("Observers"))
    participants = several(_("Takes part, as a source says"))
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))

    @property
    def entry(self) -> PhaseEntry:
        """The phase."""
        values = self.values("name", "state", "place", "begins", "ends", "when", "observers", "known")
        members = tuple(self.cleaned_data["participants"])
        return PhaseEntry(self.about, **values, participants=members, basis=self.basis)


class ResultForm(OfOperation):
    """A published result of an operation."""

    title = _("A published result")

    what = NameField(longest=160, label=_("What"), help_text=_("Such as: drugs seized."))
    phase = forms.ChoiceField(required=False, label=_("Phase"), help_text=_("None: of the whole operation."))
    exactness = forms.ChoiceField(choices=Exactness.choices, label=_("How exact, as the source says"))
    figure = forms.DecimalField(
        min_value=0,
        max_digits=20,
        decimal_places=6,
        label=_("Figure"),
        help_text=_("As published; nothing is added up."),
    )
    unit = NameField(longest=60, required=False, label=_("Unit"), help_text=_("Such as: kg, persons, cases."))
    note = NameField(longest=300, required=False, label=_("Note"))
    known = day_field(_("Published on"), required=True)

    @property
    def entry(self) -> ResultEntry:
        """The result."""
        values = self.values("what", "figure", "known", "phase", "unit", "exactness", "note")
        return ResultEntry(self.about, **values, basis=self.basis)
