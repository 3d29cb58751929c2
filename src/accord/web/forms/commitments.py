"""Forms of what is followed: measures, commitments, reports on them. What was typed stays, whatever happens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accord.commitments.values import CommitmentEntry, CorrectionEntry, MeasureEntry, ProgressEntry
from accord.programme.choices import Progress
from accord.programme.values import Evidence
from accord.web.forms.begin import NameField
from accord.web.forms.register import Choices, SourcedForm, day_field
from accord.web.forms.signing import words_field

STATES = [(each.value, each.label) for each in Progress if each != Progress.WISH]


def figure_field(label: str | Promise, *, hint: str | Promise = "") -> forms.DecimalField:
    """Return a field for a figure."""
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.DecimalField(
        required=False, max_digits=20, decimal_places=6, label=label, widget=widget, help_text=hint
    )


class ReportedForm(SourcedForm):
    """What is reported on a day of something that is followed, with its evidence."""

    day = day_field(_("Day"), required=True)
    state = forms.ChoiceField(choices=Progress.choices, label=_("How it stands"))
    fact = NameField(longest=500, label=_("What is reported"))
    meeting = forms.ChoiceField(required=False, label=_("Evidence: a meeting"))
    document = forms.ChoiceField(required=False, label=_("Evidence: a document"))
    figure = figure_field(_("Evidence: a figure"), hint=_("As the source gives it."))
    unit = NameField(longest=60, required=False, label=_("Unit of the figure"), help_text=_("Such as: courses held."))
    decision = NameField(
        longest=300, required=False, label=_("Decision"), help_text=_("Only for what was dropped: by which decision.")
    )

    @property
    def told(self) -> dict[str, Any]:
        """The day, how it stands, and what is reported."""
        return self.values("day", "state", "fact")

    @property
    def evidence(self) -> Evidence:
        """What the report rests on."""
        return Evidence(**self.values("meeting", "document", "figure", "unit", "decision"))


class FollowedForm(SourcedForm):
    """
    Something that is followed.

    Args:
        priorities, owners, areas, blocks, meetings, documents, members: what can be chosen.
    """

    def __init__(self, *arguments: Any, choices: dict[str, Choices] | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, offered in (choices or {}).items():
            field = self.fields.get(name)
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = [*offered]
            elif isinstance(field, forms.ChoiceField):
                field.choices = [*offered] if field.required else [("", _("none")), *offered]


class PlannedForm(FollowedForm):
    """What is planned: all of a measure that can be corrected."""

    words = NameField(longest=500, label=_("Measure"), help_text=_("As it was planned, in its own words."))
    owner = forms.ChoiceField(required=False, label=_("Member or organ that owns it"))
    office = NameField(longest=160, required=False, label=_("Or an office"), help_text=_("An office, not a name."))
    begins = day_field(_("First day"))
    due = day_field(_("Last day"), hint=_("From the next day on it is overdue, unless it is reported done or dropped."))
    when = NameField(longest=80, required=False, label=_("Period in words"), help_text=_("Where no day is known."))
    indicator = NameField(
        longest=200, required=False, label=_("Indicator"), help_text=_("By what one can tell that it is done.")
    )
    target = figure_field(_("Target"), hint=_("A figure, such as 12."))
    unit = NameField(longest=60, required=False, label=_("Unit"), help_text=_("Such as: courses held."))
    area = forms.ChoiceField(required=False, label=_("Area"), help_text=_("None: that of the priority."))

    def clean(self) -> dict[str, Any]:
        """A measure has one owner."""
        values = super().clean() or self.cleaned_data
        if values.get("owner") and values.get("office"):
            self.add_error("office", _("A measure has one owner: the one above, or this office."))
        return values

    def planned(self, priority: str, *more: str) -> MeasureEntry:
        """Return the measure of a priority (by its handle); ``more`` names further fields of it."""
        names = ("words", "begins", "due", "when", "indicator", "target", "unit", "area", *more)
        owner = self.cleaned_data["owner"] or self.cleaned_data["office"]
        return MeasureEntry(priority, owner=owner, **self.values(*names), basis=self.basis)


class MeasureForm(PlannedForm):
    """A measure of a priority."""

    title = _("A measure of a priority")

    priority = forms.ChoiceField(label=_("Priority"), error_messages={"required": _("Enter the priority first.")})
    known = day_field(_("Known since"), hint=_("Empty: it was always known."))
    sample = forms.BooleanField(required=False, label=_("This is a sample, nobody's real measure"))

    field_order = ("priority",)

    @property
    def entry(self) -> MeasureEntry:
        """The measure."""
        return self.planned(self.cleaned_data["priority"], "known", "sample")


class CorrectionForm(PlannedForm):
    """How a measure reads from now on, and why."""

    title = _("Correct the measure")

    since = day_field(
        _("It is so since"), hint=_("Pages of an earlier day keep what stood there. Empty: it was a mistake.")
    )
    reason = NameField(longest=300, label=_("Why it is corrected"))

    def correction(self, priority: str) -> CorrectionEntry:
        """Return the correction of a measure of this priority."""
        return CorrectionEntry(self.planned(priority), **self.values("reason", "since"))


class CommitmentForm(FollowedForm):
    """Words of an adopted text by which somebody is bound."""

    title = _("A commitment in an adopted text")

    adoption = forms.SlugField(widget=forms.HiddenInput)
    block = forms.ChoiceField(label=_("Paragraph"))
    words = words_field(_("The very words"), hint=_("Copied from the paragraph, letter by letter."))
    bound = forms.MultipleChoiceField(
        required=False, label=_("Members that are bound"), widget=forms.CheckboxSelectMultiple
    )
    binds = NameField(
        longest=160, required=False, label=_("Who else is bound"), help_text=_("Such as: the secretariat.")
    )
    due = day_field(_("Last day"), hint=_("From the next day on it is overdue, unless it is reported done or dropped."))
    when = NameField(longest=80, required=False, label=_("Period in words"), help_text=_("Where no day is known."))
    priority = forms.ChoiceField(required=False, label=_("Priority"))
    area = forms.ChoiceField(required=False, label=_("Area"), help_text=_("None: that of the priority."))

    @property
    def entry(self) -> CommitmentEntry:
        """The commitment."""
        values = self.cleaned_data
        names = ("adoption", "block", "binds", "due", "when", "area", "priority")
        return CommitmentEntry(
            **self.values(*names),
            words=values["words"].strip().replace("\r\n", "\n"),
            bound=tuple(values["bound"]),
            basis=self.basis,
        )


class ProgressForm(ReportedForm, FollowedForm):
    """What is reported of a measure or a commitment."""

    title = _("A report of progress")

    state = forms.ChoiceField(choices=STATES, label=_("How it stands"))
    open = forms.BooleanField(required=False, label=_("Whoever reads the released text reads this report"))

    @property
    def entry(self) -> ProgressEntry:
        """The report."""
        known = self.cleaned_data.get("open", False)
        return ProgressEntry(**self.told, evidence=self.evidence, open=known, basis=self.basis)
