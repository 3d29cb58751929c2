"""Forms of positions: one as it is reported, and whose an ambiguous one is. What was typed stays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.positions.values import PositionEntry, Whose
from accord.web.forms.begin import NameField
from accord.web.forms.register import Choices, SourcedForm, day_field

SAID = ("topic", "situation", "area", "day", "when", "verbatim", "speaker", "meeting", "document", "occasion", "known")


def whose_of(token: str, candidates: tuple[str, ...] = ()) -> Whose:
    """Return whose a position is, from a choice: "member KAZ", "organ cmfa", "organisation", "ambiguous"."""
    kind, _space, which = token.partition(" ")
    if kind == "member":
        return Whose("national", which)
    if kind == "ambiguous":
        return Whose("ambiguous", candidates=candidates)
    if (kind, which) == ("organisation", ""):
        return Whose("collective")
    return Whose("collective", organ=which if kind == "organ" and which else token)  # of what is no organ, refused


class PositionForm(SourcedForm):
    """
    A position as it is reported; with ``of`` a correction of the one of that id, and why.

    Args:
        holders: whose it can be, as (token, words). situations, areas, meetings, documents: what can be chosen.
    """

    title = _("A position")

    of = forms.SlugField(required=False, widget=forms.HiddenInput)
    whose = forms.ChoiceField(label=_("Whose position it is"))
    candidates = forms.MultipleChoiceField(
        required=False,
        label=_("Who may be meant"),
        help_text=_("Only where it is not settled: the report says “we” and not who that is."),
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(max_length=1000, label=_("What it says"), widget=forms.Textarea)
    verbatim = forms.BooleanField(required=False, label=_("These are the words of the source"))
    situation = forms.ChoiceField(required=False, label=_("Situation"))
    topic = NameField(
        longest=160,
        required=False,
        label=_("Topic"),
        help_text=_("What it is about, where the situation does not say it."),
    )
    area = forms.ChoiceField(required=False, label=_("Area of cooperation"))
    day = day_field(_("Day on which it was said"))
    when = NameField(longest=80, required=False, label=_("Day in words"), help_text=_("Only where no day is known."))
    speaker = NameField(longest=160, required=False, label=_("By whom"), help_text=_("An office rather than a name."))
    meeting = forms.ChoiceField(required=False, label=_("Said at the meeting"))
    document = forms.ChoiceField(required=False, label=_("Stands in the document"))
    occasion = NameField(longest=200, required=False, label=_("Occasion in words"))
    known = day_field(_("Known since"), hint=_("Empty: since the day on which it was said."))
    reason = NameField(
        longest=500,
        label=_("Why it is corrected"),
        error_messages={"required": _("Say why it is corrected.")},
        help_text=_("What stood before stays, with this reason, for everybody who sees the position."),
    )

    def __init__(self, *arguments: Any, holders: Choices = (), choices: dict[str, Choices], **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not self["of"].value():
            del self.fields["reason"]
        known = tuple(holders)
        self._choose("whose", [("", _("choose")), ("ambiguous", _("not settled: “we”")), *known])
        self._choose("candidates", known)
        for name, found in choices.items():
            self._choose(name, [("", _("none")), *found])

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def entry(self) -> PositionEntry:
        """The position."""
        values = self.cleaned_data
        whose = whose_of(values["whose"], tuple(values["candidates"]))
        return PositionEntry(whose, values["words"], **self.values(*SAID), basis=self.basis)


class SettleForm(forms.Form):
    """
    Whose an ambiguous position is, and on what that rests.

    ``whose`` is one of those who may be meant, "ambiguous", or "other" for the one that ``other`` names.
    """

    key = forms.UUIDField(error_messages={"required": _("Load the page again: the form has no key.")})
    whose = forms.CharField(error_messages={"required": _("Say whose position it is.")})
    other = forms.CharField(required=False)
    why = NameField(
        longest=500, label=_("On what that rests"), error_messages={"required": _("Say on what that rests.")}
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a name where somebody else is meant, and put it in the place of "other"."""
        values = super().clean() or self.cleaned_data
        if values.get("whose") == "other":
            values["whose"] = values.get("other", "")
            if not values["whose"]:
                self.add_error("whose", _("Say whose position it is."))
        return values
