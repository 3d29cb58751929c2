"""Forms of sign-ins: one is given, or something is done with one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from accord.access import Role
from accord.web.forms.begin import NameField
from accord.web.forms.meetings import NO_KEY


class SignInActForm(forms.Form):
    """Which sign-in is meant."""

    name = forms.CharField(max_length=150)
    key = forms.UUIDField(error_messages=NO_KEY)


class GiveForm(forms.Form):
    """A sign-in that is given; its passphrase is made up and shown once."""

    whom = forms.ChoiceField(label=gettext_lazy("For whom it acts"))
    name = NameField(
        longest=40,
        label=gettext_lazy("Name of the sign-in"),
        help_text=gettext_lazy("Small letters and digits, such as: rivers-xaa-2."),
    )
    key = forms.UUIDField(error_messages=NO_KEY)

    def __init__(self, *arguments: Any, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["whom"].choices = [("", gettext_lazy("none")), *choices]  # type: ignore[attr-defined]

    @property
    def mandate(self) -> dict[str, Any]:
        """For whom it acts, as the action takes it."""
        role, _space, code = self.cleaned_data["whom"].partition(" ")
        drafts = role == "drafts"
        return {"role": Role.DELEGATE if drafts else Role(role), "delegation": code, "may_table": not drafts}
