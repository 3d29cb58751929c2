"""Forms of the register: each enters one thing, with its source. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accord.members.basis import Basis
from accord.members.choices import OrganKind, PowerKind, Standing, Status
from accord.members.values import ActEntry, OrganEntry, PersonEntry, PostEntry, PowerEntry, StateEntry
from accord.members.values import TermEntry as Term
from accord.web.forms.begin import NameField
from accord.web.forms.days import DayField

Choices = Iterable[tuple[str, str]]
SOURCE_FIELDS = ("source_name", "source_url", "source_date", "standing", "why")
"""On what an entry rests; they come last on the page."""


def day_field(label: str | Promise, *, required: bool = False, hint: str | Promise = "") -> forms.DateField:
    """Return a field for a day."""
    return DayField(label=label, required=required, help_text=hint)


class ShownDayForm(forms.Form):
    """The day that a page of the register shows. What cannot be read counts as not asked."""

    on = day_field(_("As of"))


class RegisterForm(forms.Form):
    """
    One entry of the register.

    Attributes:
        title: what is entered, for the head of the page.
    """

    title: str | Promise = ""

    key = forms.UUIDField(error_messages={"required": _("Load the page again: the form has no key.")})

    def __init__(
        self,
        *arguments: Any,
        members: Choices = (),
        organs: Choices = (),
        people: Choices = (),
        named: Choices = (),
        partners: Choices = (),
        places: Choices = (),
        documents: Choices = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.order_fields([name for name in self.fields if name not in SOURCE_FIELDS])
        known = {
            "member": members,
            "organ": organs,
            "parent": organs,
            "person": people,
            "of": named,
            "partner": partners,
            "belongs": partners,
            "place": places,
            "document": documents,
        }
        for name, choices in known.items():
            if isinstance(field := self.fields.get(name), forms.ChoiceField):
                none = [] if field.required else [("", _("none"))]
                field.choices = [*none, *choices]

    @property
    def basis(self) -> Basis:
        """On what the entry rests."""
        values = {name: self.cleaned_data.get(name) or "" for name in SOURCE_FIELDS}
        return Basis(**{**values, "source_name": values["source_name"] or Basis().source_name})

    @property
    def entry(self) -> Any:
        """What is entered; only of a valid form."""
        raise NotImplementedError

    def values(self, *names: str) -> dict[str, Any]:
        """Return the named values of a valid form."""
        return {name: self.cleaned_data[name] for name in names}


class SourcedForm(RegisterForm):
    """An entry with its source. What is not simply stated says why."""

    source_name = NameField(
        longest=200,
        required=False,
        label=_("Source"),
        help_text=_("Empty: the secretariat, or the delegation that enters it."),
    )
    source_url = forms.URLField(required=False, label=_("Address of the source"), max_length=500, assume_scheme="https")
    source_date = NameField(longest=20, required=False, label=_("Day of the source"))
    standing = forms.ChoiceField(choices=Standing.choices, label=_("How well it is known"), initial="stated")
    why = NameField(longest=500, required=False, label=_("How it was concluded, or what is not verified"))

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of what is not stated."""
        values = super().clean() or self.cleaned_data
        if values.get("standing") not in (None, "stated") and not values.get("why"):
            self.add_error("why", _("What is not stated by a source needs the reason."))
        return values


class OrganForm(SourcedForm):
    """An organ."""

    title = _("An organ")

    short = forms.SlugField(max_length=40, label=_("Key"), help_text=_("Its address, such as wg-water."))
    name = NameField(longest=200, label=_("Name"))
    kind = forms.ChoiceField(choices=OrganKind.choices, label=_("Kind"))
    level = NameField(longest=80, required=False, label=_("Level"), help_text=_("For instance: ministers."))
    parent = forms.ChoiceField(required=False, label=_("Organ above it"))
    role = NameField(longest=300, required=False, label=_("What it does"))
    founded = day_field(_("Founded"))
    dissolved = day_field(_("Dissolved"))

    @property
    def entry(self) -> OrganEntry:
        """The organ."""
        names = ("name", "kind", "level", "parent", "role", "founded", "dissolved")
        return OrganEntry(self.cleaned_data["short"], **self.values(*names), basis=self.basis)


class StateForm(SourcedForm):
    """What a state is from a day on."""

    title = _("A status")

    code = NameField(longest=12, label=_("Code of the state"))
    name = NameField(longest=120, required=False, label=_("Name"), help_text=_("Only for one that is not listed yet."))
    status = forms.ChoiceField(choices=Status.choices, label=_("Status"))
    since = day_field(_("Since"), required=True)
    when = NameField(longest=40, required=False, label=_("The day as it is known"), help_text=_("Such as: May 2031."))
    note = NameField(longest=300, required=False, label=_("Note"))

    @property
    def entry(self) -> StateEntry:
        """The status."""
        names = ("name", "status", "since", "when", "note")
        return StateEntry(self.cleaned_data["code"], **self.values(*names), basis=self.basis)


class MemberForm(StateForm):
    """A state that joins, or is an observer or a partner state; it comes behind the others."""

    title = _("A member")

    name = NameField(
        longest=120, label=_("Name"), help_text=_("It comes behind the others, in the council’s own order.")
    )
    status = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (Status.FULL, Status.OBSERVER, Status.PARTNER)],
        label=_("As what it joins"),
    )
    since = day_field(_("Since"), required=True, hint=_("What it is later, or until when, is entered as a status."))


class TermForm(SourcedForm):
    """A term of the chairmanship."""

    title = _("A term of the chairmanship")

    member = forms.ChoiceField(label=_("Member"))
    begins = day_field(_("First day"), required=True)
    ends = day_field(_("Last day"))
    when = NameField(
        longest=80, required=False, label=_("The days as they are known"), help_text=_("Only where they are not exact.")
    )
    decided = day_field(_("Known since"), hint=_("The day of the decision; empty: it was always known."))
    exception = NameField(
        longest=300,
        required=False,
        label=_("Decision by which it departs from the rotation"),
        help_text=_("Empty where the term follows the rotation."),
    )

    @property
    def entry(self) -> Term:
        """The term."""
        return Term(**self.values("member", "begins", "ends", "exception", "when", "decided"), basis=self.basis)


class ActForm(SourcedForm):
    """A founding act."""

    title = _("A founding act")

    words = NameField(longest=300, label=_("Title"))
    day = day_field(_("Day"), required=True)
    place = NameField(longest=80, required=False, label=_("Place"))
    organ = forms.ChoiceField(required=False, label=_("Organ"), help_text=_("None: the organisation itself."))

    @property
    def entry(self) -> ActEntry:
        """The act."""
        return ActEntry(title=self.cleaned_data["words"], **self.values("day", "place", "organ"), basis=self.basis)


class PersonForm(SourcedForm):
    """A person in public office; posts are entered next."""

    title = _("A person")

    name = NameField(longest=120, label=_("Name"), help_text=_("Persons in public office only."))
    aliases = NameField(longest=400, required=False, label=_("Also written"), help_text=_("Parted by commas."))

    @property
    def entry(self) -> PersonEntry:
        """The person."""
        aliases = tuple(each.strip() for each in self.cleaned_data["aliases"].split(",") if each.strip())
        return PersonEntry(self.cleaned_data["name"], aliases=aliases, basis=self.basis)


class PostForm(SourcedForm):
    """A post of a person."""

    title = _("A post")

    person = forms.ChoiceField(label=_("Person"))
    words = NameField(longest=160, label=_("Post"))
    member = forms.ChoiceField(required=False, label=_("Of the member"))
    partner = forms.ChoiceField(required=False, label=_("Of the partner"))
    organ = forms.ChoiceField(required=False, label=_("In the organ"))
    chairs = forms.BooleanField(required=False, label=_("presides over the organ"))
    since = day_field(_("First day"))
    until = day_field(_("Last day"))
    seen = day_field(_("Known to hold it on"))
    beside = forms.BooleanField(required=False, label=_("held beside another post of this person"))

    @property
    def entry(self) -> PostEntry:
        """The post."""
        names = ("member", "partner", "organ", "chairs", "since", "until", "seen", "beside")
        return PostEntry(self.cleaned_data["words"], **self.values(*names), basis=self.basis)


class PowerForm(SourcedForm):
    """What a person may do for a member."""

    title = _("A power")

    person = forms.ChoiceField(label=_("Person"))
    member = forms.ChoiceField(label=_("For the member"))
    kind = forms.ChoiceField(choices=PowerKind.choices, label=_("What"))
    organ = forms.ChoiceField(required=False, label=_("In the organ"), help_text=_("None: in all."))
    since = day_field(_("First day"), required=True)
    until = day_field(_("Last day"))

    @property
    def entry(self) -> PowerEntry:
        """The power."""
        return PowerEntry(**self.values("person", "member", "kind", "since", "until", "organ"), basis=self.basis)
