"""Forms of the chairmanship: its programme as announced, its priorities, and what is reported of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.programme.values import PriorityEntry, ProgrammeEntry, ReportEntry
from accord.web.forms.begin import NameField
from accord.web.forms.commitments import ReportedForm
from accord.web.forms.register import Choices, SourcedForm, day_field

NO_TERM = _("Enter the term of the chairmanship first.")


class TermField(forms.ChoiceField):
    """A term of the chairmanship, by its first day."""

    def clean(self, value: Any) -> date:
        """Return the first day of the term."""
        return date.fromisoformat(super().clean(value))


class OfTermForm(SourcedForm):
    """Something of a term of the chairmanship."""

    term = TermField(label=_("Term"), error_messages={"required": NO_TERM})

    def __init__(
        self, *arguments: Any, terms: Choices = (), offered: Mapping[str, Choices] | None = None, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        if isinstance(field := self.fields["term"], forms.ChoiceField):
            field.choices = terms
        for name, choices in (offered or {}).items():
            if isinstance(field := self.fields.get(name), forms.ChoiceField):
                field.choices = [("", _("none")), *choices]


class ProgrammeForm(OfTermForm):
    """The programme of a term as it was announced."""

    title = _("A programme of priorities")

    announced = day_field(_("Announced on"), required=True)
    organ = forms.ChoiceField(required=False, label=_("In the organ"))
    place = NameField(longest=80, required=False, label=_("Place"))
    speaker = NameField(longest=160, required=False, label=_("By whom"), help_text=_("An office rather than a name."))
    procedure = NameField(longest=500, required=False, label=_("What became of it"))

    @property
    def entry(self) -> ProgrammeEntry:
        """The programme."""
        names = ("term", "announced", "organ", "place", "speaker", "procedure")
        return ProgrammeEntry(**self.values(*names), basis=self.basis)


class PriorityForm(OfTermForm):
    """A priority of a programme."""

    title = _("A priority")

    number = forms.IntegerField(min_value=1, max_value=99, label=_("Number"))
    words = NameField(longest=300, label=_("Priority"))
    area = forms.ChoiceField(required=False, label=_("Area"))

    @property
    def entry(self) -> PriorityEntry:
        """The priority."""
        values = self.cleaned_data
        return PriorityEntry(values["number"], values["words"], values["area"], basis=self.basis)


class ReportForm(OfTermForm, ReportedForm):
    """What is reported of a priority, or of the whole programme."""

    title = _("A report on a priority")
    field_order = ("term", "number")

    number = forms.IntegerField(
        min_value=0, max_value=99, label=_("Number of the priority"), help_text=_("0: the programme as a whole.")
    )

    @property
    def entry(self) -> ReportEntry:
        """The report."""
        number, term = self.cleaned_data["number"], self.cleaned_data["term"]
        return ReportEntry(number, **self.told, basis=self.basis, term=term, evidence=self.evidence)


class TakeOverForm(forms.Form):
    """The word of the member that presides next; ``begins`` is the first day of its term."""

    key = forms.UUIDField(error_messages={"required": _("Load the page again: the form has no key.")})
    begins = forms.DateField(error_messages={"required": _("Load the page again: the form names no term.")})


class HandOverForm(TakeOverForm):
    """The day on which the chairmanship is handed over."""

    day = day_field(_("Day"), required=True)
