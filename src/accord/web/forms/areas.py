"""Forms of the areas of cooperation. What was typed stays, whatever happens."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.programme.values import AreaEntry, BelongingEntry
from accord.web.forms.begin import NameField
from accord.web.forms.commitments import FollowedForm


class AreaForm(FollowedForm):
    """An area of cooperation, new or to be changed or moved."""

    title = _("An area of cooperation")

    area = forms.SlugField(required=False, widget=forms.HiddenInput)
    name = NameField(longest=200, label=_("Name"), help_text=_("As the charter or another act has it."))
    parent = forms.ChoiceField(required=False, label=_("It is a part of"))

    @property
    def entry(self) -> AreaEntry:
        """The area."""
        values = self.cleaned_data
        return AreaEntry(values["area"], values["name"], self.basis, parent=values["parent"])


class BelongingForm(FollowedForm):
    """That something belongs to an area."""

    title = _("What belongs to the area")

    area = forms.SlugField(widget=forms.HiddenInput)
    which = forms.ChoiceField(label=_("Organ, partner, document or situation"))

    @property
    def entry(self) -> BelongingEntry:
        """What belongs to it."""
        kind, _space, which = self.cleaned_data["which"].partition(" ")
        return BelongingEntry(self.cleaned_data["area"], kind, which, basis=self.basis)
