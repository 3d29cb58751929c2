"""Forms of the register: the organisation's own rules, particulars, names in another language, the end of a post."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.engine.text.naming import NameRefused
from accord.members.choices import Matter
from accord.members.tongues import tag_of
from accord.members.values import NameEntry, ParticularEntry, ProvisionEntry
from accord.web.forms.begin import NameField
from accord.web.forms.register import RegisterForm, SourcedForm, day_field


class ProvisionForm(SourcedForm):
    """A rule of the organisation."""

    title = _("A rule")

    short = forms.SlugField(max_length=40, label=_("Key"), help_text=_("Its address, such as quorum."))
    words = NameField(longest=160, label=_("Title"))
    says = NameField(longest=1000, label=_("What it says"), help_text=_("In your own words; quote only titles."))
    article = NameField(longest=200, required=False, label=_("Where it stands"), help_text=_("Such as: article 12."))
    earlier = NameField(longest=500, required=False, label=_("The rule before it"))
    support = NameField(longest=500, required=False, label=_("What confirms it"))
    matter = forms.ChoiceField(choices=Matter.choices, label=_("What it is about"))
    decides = NameField(
        longest=40, required=False, label=_("Decision rule"), help_text=_("The one that carries it out, by its name.")
    )

    @property
    def entry(self) -> ProvisionEntry:
        """The rule."""
        names = ("article", "earlier", "support", "matter", "decides")
        values = self.cleaned_data
        return ProvisionEntry(values["short"], values["words"], values["says"], **self.values(*names), basis=self.basis)


class ParticularForm(SourcedForm):
    """A short fact about the organisation."""

    title = _("A fact about the organisation")

    label = NameField(longest=60, label=_("About what"), help_text=_("Such as: headquarters."))
    words = NameField(longest=500, label=_("What is known"))

    @property
    def entry(self) -> ParticularEntry:
        """The fact."""
        return ParticularEntry(**self.values("label", "words"), basis=self.basis)


class NameForm(RegisterForm):
    """How something of the register is called in another language."""

    title = _("A name in another language")

    of = forms.ChoiceField(label=_("What it names"))
    language = NameField(longest=35, label=_("Language"), help_text=_("Its tag: ru, kk, zh-Hans."))
    words = NameField(longest=300, label=_("Name"))

    def clean_language(self) -> str:
        """Return the tag in its usual form."""
        try:
            return tag_of(self.cleaned_data["language"])
        except NameRefused as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def entry(self) -> NameEntry:
        """The name."""
        return NameEntry(**self.values("of", "language", "words"))


class EndPostForm(forms.Form):
    """The last day of a post."""

    key = forms.UUIDField(error_messages={"required": _("Load the page again: the form has no key.")})
    until = day_field(_("Last day"), required=True)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["until"].error_messages = {
            "required": _("Say which day was the last."),
            "invalid": _("The day is written year, month, day: 2031-05-04."),
        }
