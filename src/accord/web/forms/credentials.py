"""Forms of credentials at a meeting: needed or not, received, checked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.meetings.choices import CredentialForm
from accord.meetings.crediting import CheckEntry, CredentialEntry
from accord.web.forms.begin import NameField
from accord.web.forms.register import RegisterForm, day_field


class NeedForm(RegisterForm):
    """Whether the meeting needs credentials."""

    title = gettext_lazy("Credentials at this meeting")

    needed = forms.ChoiceField(
        label=gettext_lazy("Credentials"),
        choices=[
            ("yes", gettext_lazy("needed: without accepted ones a delegation sits and speaks, but does not decide")),
            ("no", gettext_lazy("not needed: every delegation decides")),
        ],
    )

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {"needed": self.cleaned_data["needed"] == "yes"}


class ReceiveForm(RegisterForm):
    """Credentials that a delegation presented."""

    title = gettext_lazy("Credentials that were received")

    member = forms.ChoiceField(label=gettext_lazy("Member"))
    form = forms.ChoiceField(choices=CredentialForm.choices, label=gettext_lazy("In which form"))
    person = NameField(longest=120, required=False, label=gettext_lazy("Person whom they name, as printed"))
    received = day_field(gettext_lazy("Received on"), required=True)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {"entry": CredentialEntry(**self.values("member", "form", "received", "person"))}


class CheckForm(RegisterForm):
    """What became of credentials."""

    title = gettext_lazy("Check credentials")

    credential = forms.SlugField(max_length=16, widget=forms.HiddenInput)
    accepted = forms.ChoiceField(
        label=gettext_lazy("They are"),
        choices=[("yes", gettext_lazy("accepted")), ("no", gettext_lazy("returned, for this reason"))],
    )
    reason = NameField(longest=500, required=False, label=gettext_lazy("Reason of the return"))
    day = day_field(gettext_lazy("Checked on"), required=True)

    def clean(self) -> dict[str, Any]:
        """Returned credentials have a reason."""
        values = super().clean() or self.cleaned_data
        if values.get("accepted") == "no" and not values.get("reason"):
            self.add_error("reason", _("Say why they are returned."))
        return values

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        entry = CheckEntry(self.cleaned_data["accepted"] == "yes", **self.values("day", "reason"))
        return {"credential": self.cleaned_data["credential"], "entry": entry}
