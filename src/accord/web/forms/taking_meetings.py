"""Forms of what a report tells of a meeting besides its papers: a proposal that was voiced, a seat that was empty."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.commitments.values import VoicedEntry
from accord.inbox.values import SeatTaking
from accord.meetings.registration import EmptySeatEntry
from accord.web.forms.begin import NameField
from accord.web.forms.items import TakeForm
from accord.web.forms.register import day_field


class VoicedTake(TakeForm):
    """What somebody wished or proposed: a proposal that was voiced in a meeting, and is followed from there."""

    meeting = forms.ChoiceField(
        label=_("Voiced in the meeting"), error_messages={"required": _("Say in which meeting.")}
    )
    sitting = forms.ChoiceField(
        required=False, label=_("Sitting"), help_text=_("Of the meeting that the report is about, where it is known.")
    )
    code = forms.ChoiceField(required=False, label=_("Member that voiced it"))
    who = NameField(longest=160, required=False, label=_("Or who else"), help_text=_("An office, not a name."))
    words = NameField(longest=2000, label=_("What was proposed, in words"), widget=forms.Textarea)
    day = day_field(_("Day"), hint=_("Empty: the day of the meeting."))

    def clean(self) -> dict[str, Any]:
        """Somebody voiced it."""
        values = super().clean() or self.cleaned_data
        if not values.get("code") and not values.get("who") and "who" not in self.errors:
            self.add_error("who", _("Say who voiced it."))
        return values

    @property
    def entry(self) -> VoicedEntry:
        """The proposal."""
        given = self.cleaned_data
        return VoicedEntry(who=given["code"] or given["who"], **self.values("meeting", "sitting", "words", "day"))


class SeatTake(TakeForm):
    """That the seat of a member was empty; neither consent nor objection."""

    meeting = forms.ChoiceField(label=_("At the meeting"), error_messages={"required": _("Say at which meeting.")})
    member = forms.ChoiceField(
        label=_("The seat of the member"), error_messages={"required": _("Say of which member the seat was empty.")}
    )
    note = NameField(longest=300, required=False, label=_("Who represented it"))

    @property
    def entry(self) -> SeatTaking:
        """The empty seat."""
        return SeatTaking(self.cleaned_data["meeting"], EmptySeatEntry(**self.values("member", "note")))
