"""
What every form of an item of a report has: its key, what can be chosen, how well it is known; and what enters nothing.

What was typed stays, whatever happens. On what an entry rests is the report; only how well it is known is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.inbox.choices import OF_DOUBTS
from accord.inbox.values import Taking, Verdict
from accord.members.choices import Standing
from accord.web.forms.begin import NameField
from accord.web.forms.register import Choices

NO_KEY = {"required": _("Load the page again: the form has no key.")}
NONE = {"person": _("a new one"), "document": _("a new one")}
"""How no choice is called, by the names of fields that need none."""
CHOOSE = _("choose")


class ItemForm(forms.Form):
    """
    What is done with an item.

    Args:
        choices: by the name of a field, what can be chosen in it.
    """

    key = forms.UUIDField(error_messages=NO_KEY)

    def __init__(self, *arguments: Any, choices: Mapping[str, Choices], **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField) and name in choices:
                none = CHOOSE if field.required else NONE.get(name, _("none"))
                field.choices = [("", none), *choices[name]]

    def values(self, *names: str) -> dict[str, Any]:
        """Return the named values of a valid form."""
        return {name: self.cleaned_data[name] for name in names}


class NoteForm(ItemForm):
    """A decision with a note."""

    note = NameField(longest=500, required=False, label=_("Note"))


class SameForm(ItemForm):
    """Which row of the register an item is."""

    row = forms.ChoiceField(
        label=_("In the register it is"), error_messages={"required": _("Choose what it is in the register.")}
    )


class PlainForm(ItemForm):
    """A decision that needs no more than the word."""


class VerdictForm(NoteForm):
    """What becomes of something that does not fit."""

    decision = forms.ChoiceField(
        choices=[(each.value, each.label) for each in OF_DOUBTS],
        label=_("What becomes of it"),
        error_messages={"required": _("Choose what becomes of it.")},
    )
    to = NameField(longest=300, required=False, label=_("Corrected to"))

    field_order = ("decision", "to", "note")

    @property
    def verdict(self) -> Verdict:
        """The decision."""
        return Verdict(**self.values("decision", "to", "note"))


class TakeForm(ItemForm):
    """An item that enters the register."""

    standing = forms.ChoiceField(choices=Standing.choices, label=_("How well it is known"))
    why = NameField(longest=500, required=False, label=_("How it was concluded, or what is not verified"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.order_fields([name for name in self.fields if name not in ("standing", "why")])

    @property
    def entry(self) -> Any:
        """What is entered; only of a valid form."""
        raise NotImplementedError

    @property
    def taking(self) -> Taking:
        """What is entered, and how well it is known."""
        return Taking(self.entry, **self.values("standing", "why"))
