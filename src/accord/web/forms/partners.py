"""Forms of partners: one itself, an agreement, a contact of an office, something that was done together."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.members.choices import JointKind, JointRole, Lasting, PartnerKind
from accord.members.values import AgreementEntry, ContactEntry, JointEntry, PartnerEntry
from accord.web.forms.begin import NameField
from accord.web.forms.register import SourcedForm, day_field


class PartnerForm(SourcedForm):
    """A partner, and of which other it is a structure."""

    title = _("A partner")

    code = NameField(longest=12, label=_("Code"), help_text=_("A known code changes that partner."))
    name = NameField(longest=200, label=_("Name"))
    kind = forms.ChoiceField(choices=PartnerKind.choices, label=_("Kind"))
    belongs = forms.ChoiceField(required=False, label=_("Structure of"))
    structures = NameField(
        longest=300,
        required=False,
        label=_("Structures that cooperate"),
        help_text=_("In words, for those that are no partner of their own."),
    )
    rests_on = NameField(longest=300, required=False, label=_("On what the cooperation rests"))
    aliases = NameField(longest=400, required=False, label=_("Also written"), help_text=_("Parted by commas."))

    @property
    def entry(self) -> PartnerEntry:
        """The partner."""
        aliases = tuple(each.strip() for each in self.cleaned_data["aliases"].split(",") if each.strip())
        return PartnerEntry(
            **self.values("code", "name", "kind", "structures", "rests_on"),
            parent=self.cleaned_data["belongs"],
            aliases=aliases,
            basis=self.basis,
        )


class AgreementForm(SourcedForm):
    """An agreement with a partner."""

    title = _("An agreement with a partner")

    partner = forms.ChoiceField(label=_("Partner"))
    words = NameField(longest=300, label=_("Title"))
    number = NameField(longest=80, required=False, label=_("Number or symbol"))
    day = day_field(_("Concluded on"), hint=_("Empty where the day is not known."))
    when = NameField(
        longest=40, required=False, label=_("The day as it is known"), help_text=_("Only where it is not exact.")
    )
    known = day_field(_("Known from"), hint=_("Pages of an earlier day do not show it; empty: from its own day."))
    lasting = forms.ChoiceField(choices=Lasting.choices, label=_("Term"))
    until = day_field(_("In force until"), hint=_("Only where the term is until a day."))
    ended = day_field(_("Ended on"), hint=_("Only where it ceased before that."))
    note = NameField(longest=300, required=False, label=_("Note"))
    document = forms.ChoiceField(
        required=False, label=_("Document"), help_text=_("The one that holds its text; only its readers see the link.")
    )

    @property
    def entry(self) -> AgreementEntry:
        """The agreement."""
        names = ("partner", "number", "day", "when", "known", "lasting", "until", "ended", "note", "document")
        return AgreementEntry(title=self.cleaned_data["words"], **self.values(*names), basis=self.basis)


class ContactForm(SourcedForm):
    """With which office of a partner one speaks."""

    title = _("A contact at a partner")

    partner = forms.ChoiceField(label=_("Partner"))
    office = NameField(
        longest=200, label=_("Office"), help_text=_("The office, never a person, a number or a mailbox.")
    )
    function = NameField(longest=200, label=_("What for"))
    page = forms.URLField(required=False, label=_("Public page of the office"), max_length=500, assume_scheme="https")
    since = day_field(_("First day"))
    until = day_field(_("Last day"))

    @property
    def entry(self) -> ContactEntry:
        """The contact."""
        names = ("partner", "office", "function", "page", "since", "until")
        return ContactEntry(**self.values(*names), basis=self.basis)


class JointForm(SourcedForm):
    """Something that was done together with a partner."""

    title = _("Something done together with a partner")

    partner = forms.ChoiceField(label=_("Partner"))
    kind = forms.ChoiceField(choices=JointKind.choices, label=_("What it was"))
    words = NameField(
        longest=300, label=_("Title"), help_text=_("Whoever sees the register reads it: public facts only.")
    )
    role = forms.ChoiceField(choices=JointRole.choices, label=_("As what the partner took part"))
    day = day_field(_("First day"), hint=_("Empty where the day is not known."))
    until = day_field(_("Last day"))
    when = NameField(
        longest=80, required=False, label=_("The days as they are known"), help_text=_("Only where they are not exact.")
    )
    known = day_field(_("Known from"), hint=_("Pages of an earlier day do not show it; empty: from its own day."))
    organ = forms.ChoiceField(required=False, label=_("In the organ"))
    place = forms.ChoiceField(
        required=False, label=_("Its page here"), help_text=_("Linked for those who can see that page.")
    )

    @property
    def entry(self) -> JointEntry:
        """What was done."""
        names = ("partner", "kind", "role", "day", "until", "when", "known", "organ")
        values = self.cleaned_data
        return JointEntry(title=values["words"], of=values["place"], **self.values(*names), basis=self.basis)
