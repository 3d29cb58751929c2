"""Forms of signing and taking part: each enters one thing, with its source. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accord.signing.choices import ANSWERS, ENTERED, Kind, Word
from accord.signing.values import (
    CopyEntry,
    InstrumentEntry,
    OriginalEntry,
    SignatureEntry,
    SigningEntry,
    StanceEntry,
)
from accord.web.forms.begin import NameField
from accord.web.forms.register import RegisterForm, SourcedForm, day_field


def words_field(label: str | Promise, *, hint: str | Promise = "") -> forms.CharField:
    """Return a field for words that are kept as they are typed."""
    return forms.CharField(label=label, required=False, strip=False, widget=forms.Textarea, help_text=hint)


class InstrumentForm(SourcedForm):
    """A decision or document that is known by its title."""

    title = _("A decision or document known by its title")

    name = NameField(longest=400, label=_("Title"))
    other = NameField(longest=300, required=False, label=_("Title in another language"))
    tongue = NameField(
        longest=35, required=False, label=_("That language"), help_text=_("A language tag, such as: ru.")
    )
    kind = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (Kind.DECISION, Kind.DOCUMENT)], label=_("Kind")
    )
    day = day_field(_("Day of the decision"), required=True)
    organ = forms.ChoiceField(required=False, label=_("Organ"))
    place = NameField(longest=120, required=False, label=_("Place"))
    public = forms.BooleanField(required=False, label=_("Everybody may see it, also who has not signed in"))
    sample = forms.BooleanField(required=False, label=_("This is a sample, nobody's real decision"))

    def __init__(self, *arguments: Any, organs: Iterable[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*arguments, organs=organs, **options)
        self.fields["organ"].choices = [("", _("none")), *organs]  # type: ignore[attr-defined]

    @property
    def entry(self) -> InstrumentEntry:
        """The decision."""
        names = ("day", "kind", "organ", "place", "sample", "public")
        called = self.values("name", "other", "tongue")
        also = {called["tongue"]: called["other"]} if called["other"] else {}
        return InstrumentEntry(called["name"], **self.values(*names), names=also, basis=self.basis)

    def clean(self) -> dict[str, Any]:
        """A title in another language says in which."""
        values = super().clean() or self.cleaned_data
        if values.get("other") and not values.get("tongue"):
            self.add_error("tongue", _("Say in which language this title is."))
        return values


class SigningForm(SourcedForm):
    """Where and when something is signed."""

    title = _("Where and when it is signed")

    place = NameField(longest=120, label=_("Place"))
    day = day_field(_("Day of signing"), required=True, hint=_("A signature of a later day is a late one."))
    until = day_field(_("Open until"), hint=_("Empty: it stays open."))

    @property
    def entry(self) -> SigningEntry:
        """Place and days."""
        return SigningEntry(**self.values("place", "day", "until"), basis=self.basis)


class SignatureForm(SourcedForm):
    """The signature of a member."""

    title = _("A signature")

    member = forms.ChoiceField(label=_("Member"))
    person = NameField(longest=120, label=_("Person, as printed"))
    post = NameField(longest=200, required=False, label=_("Post, as printed"))
    day = day_field(_("Signed on"), required=True)
    place = NameField(longest=120, required=False, label=_("Place"))
    reservation = words_field(_("Reservation with which it signed"))
    opinion = words_field(_("Special opinion with which it signed"))

    @property
    def entry(self) -> SignatureEntry:
        """The signature."""
        names = ("member", "person", "day", "post", "place", "reservation", "opinion")
        return SignatureEntry(**self.values(*names), basis=self.basis)


class StanceForm(SourcedForm):
    """How a member stands, entered on its authority or as a source states it."""

    title = _("How a member stands")

    member = forms.ChoiceField(label=_("Member"))
    kind = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (*ENTERED, *Word)],
        label=_("How it stands, or what it attaches"),
    )
    day = day_field(_("On this day"), required=True)
    words = words_field(_("Its words, or what the source reports"))

    @property
    def entry(self) -> StanceEntry:
        """The stance."""
        return StanceEntry(**self.values("member", "kind", "day", "words"), basis=self.basis)


class AnswerForm(RegisterForm):
    """What a delegation answers for its own member."""

    title = _("Your state's answer")

    kind = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (*ANSWERS, *Word)],
        label=_("Answer, or what your state attaches"),
    )
    day = day_field(_("On this day"), required=True)
    words = words_field(_("In its words"), hint=_("Needed for a reservation or a special opinion."))

    def __init__(self, *arguments: Any, own: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.own = own

    @property
    def entry(self) -> StanceEntry:
        """The answer."""
        return StanceEntry(self.own, **self.values("kind", "day", "words"))


class OriginalForm(SourcedForm):
    """The authentic original."""

    title = _("The authentic original")

    languages = NameField(
        longest=200, label=_("Authentic languages"), help_text=_("Language tags parted by commas, such as: ru, en.")
    )
    number = forms.IntegerField(label=_("Copies of the original"), min_value=1, max_value=999, initial=1)
    depositary = NameField(longest=200, label=_("Depositary"), help_text=_("Who keeps it."))

    @property
    def entry(self) -> OriginalEntry:
        """The original."""
        tags = tuple(self.cleaned_data["languages"].replace(",", " ").split())
        return OriginalEntry(tags, **self.values("depositary", "number"), basis=self.basis)


class CopyForm(SourcedForm):
    """A certified copy that was sent."""

    title = _("A certified copy")

    to = NameField(longest=200, label=_("Sent to"))
    day = day_field(_("Sent on"), required=True)
    note = NameField(longest=300, required=False, label=_("Note"))

    @property
    def entry(self) -> CopyEntry:
        """The copy."""
        return CopyEntry(**self.values("to", "day", "note"), basis=self.basis)


class ConfirmForm(RegisterForm):
    """That the signature of the own member is entered as it was given."""

    title = _("Confirm the signature of your state")
    consequence = _("You confirm that person, post, day, place and words are entered as your state gave them.")

    signature = forms.SlugField(max_length=16, widget=forms.HiddenInput)

    @property
    def entry(self) -> str:
        """The id of the signature."""
        return str(self.cleaned_data["signature"])


class KnownForm(RegisterForm):
    """That who signed and who takes part is made known with the text."""

    title = _("Make known who signed and who takes part")
    consequence = _("Where the text is released, everybody sees it beside the text. This cannot be taken back.")

    @property
    def entry(self) -> None:
        """Nothing is filled in."""
        return
