"""Forms of proposals voiced in a meeting. What was typed stays, whatever happens."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.commitments.choices import Fate
from accord.commitments.values import OutcomeEntry, VoicedEntry
from accord.web.forms.begin import NameField
from accord.web.forms.commitments import FollowedForm
from accord.web.forms.register import day_field
from accord.web.forms.signing import words_field


class VoicedForm(FollowedForm):
    """A proposal voiced in a meeting."""

    title = _("A proposal voiced in a meeting")

    meeting = forms.SlugField(widget=forms.HiddenInput)
    code = forms.ChoiceField(required=False, label=_("Member or partner that voiced it"))
    who = NameField(longest=160, required=False, label=_("Or who else"), help_text=_("An office, not a name."))
    words = words_field(_("What was proposed, in words"))
    sitting = forms.ChoiceField(required=False, label=_("Sitting"))
    item = forms.ChoiceField(required=False, label=_("Agenda item"))
    statement = forms.ChoiceField(required=False, label=_("Statement in which it was voiced"))
    day = day_field(_("Day"), hint=_("Empty: the day of the meeting."))
    sample = forms.BooleanField(required=False, label=_("This is a sample, nobody's real proposal"))

    @property
    def entry(self) -> VoicedEntry:
        """The proposal."""
        values = self.cleaned_data
        names = ("meeting", "words", "sitting", "statement", "day", "sample")
        who = values["code"] or values["who"]
        return VoicedEntry(**self.values(*names), who=who, item=values["item"], basis=self.basis)


class OutcomeForm(FollowedForm):
    """What became of a proposal."""

    title = _("What became of it")

    day = day_field(_("Day"), required=True)
    fate = forms.ChoiceField(choices=Fate.choices, label=_("How it stands"))
    document = forms.ChoiceField(required=False, label=_("Document that took it up"))
    text = forms.ChoiceField(required=False, label=_("Text that took it up"))
    other = forms.ChoiceField(required=False, label=_("Proposal with which it was merged"))
    words = NameField(longest=500, required=False, label=_("In words, or the reason"))

    @property
    def entry(self) -> OutcomeEntry:
        """What became of it."""
        names = ("day", "fate", "document", "text", "other", "words")
        return OutcomeEntry(**self.values(*names), basis=self.basis)
