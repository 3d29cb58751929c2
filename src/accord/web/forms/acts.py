"""
The forms of acts on a text. Each names the stable id of what it changes, the version that the person saw, and a key.

What was typed stays in the form whatever happens; an act that is refused puts its reason there (``ActForm.refuse``).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.drafting.errors import Stale
from accord.engine import text as engine
from accord.engine.text.wording import Profile, refused_in
from accord.web.forms.documents import Problem, RawField, problem_at, without
from accord.web.forms.room import BLOCK

STAGES = (
    ("tabled", gettext_lazy("Table it")),
    ("chair", gettext_lazy("Show it to the chair")),
    ("private", gettext_lazy("Keep it in the delegation")),
)
LONGEST = 100_000
"""Code points of one paragraph or note."""


class CodesField(forms.Field):
    """Codes of delegations, any number; the action takes those that are in the roster of the text."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Return the codes as sent."""
        return tuple(map(str, value or ()))


class ActForm(forms.Form):
    """
    What every act carries.

    Attributes:
        stale: what has changed meanwhile, as sentences; the words typed are kept.
        problems: characters that the wording may not have, each with its place.
    """

    key = forms.UUIDField(error_messages={"required": gettext_lazy("Load the page again: the form has no key.")})
    seen = forms.RegexField(r"^[0-9a-f]{64}$", required=False)

    wording_field = ""
    stale: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return dict(self.cleaned_data)

    def refuse(self, error: Exception) -> None:
        """Put the reason of a refused act into the form."""
        if isinstance(error, Stale):
            self.stale = error.changed
        if isinstance(error, engine.WordingRefused) and self.wording_field:
            typed = str(self.data.get(self.wording_field, ""))
            self.problems = tuple(problem_at(_plain(typed), place) for place in error.places)
            self.add_error(self.wording_field, self.problems[0].message)
        else:
            self.add_error(None, str(error))

    @property
    def typed(self) -> str:
        """What was typed into the field for wording, or stands there first."""
        name = self.wording_field
        return str((self.data if self.is_bound else self.initial).get(name, "")) if name else ""

    @property
    def mended(self) -> str:
        """What was typed, without the characters that are refused."""
        plain = _plain(self.typed)
        return without(plain, refused_in(plain, profile=Profile.PRODUCT))


class WordingForm(ActForm):
    """An act that carries wording."""

    wording = RawField(required=False, label=gettext_lazy("Wording"))
    wording_field = "wording"

    def clean_wording(self) -> str:
        """Refuse what no paragraph can be."""
        wording = str(self.cleaned_data["wording"])
        if len(wording) > LONGEST:
            raise forms.ValidationError(_("A paragraph has at most %d characters.") % LONGEST)
        return wording


class BlockForm(ActForm):
    """An act on a paragraph."""

    block = forms.RegexField(BLOCK)


class ProposeForm(BlockForm, WordingForm):
    """The paragraph as the delegation wants it to read."""

    stage = forms.ChoiceField(choices=STAGES)

    def clean(self) -> dict[str, Any]:
        """Ask for deletion by its own act: an empty field may be a slip."""
        values = super().clean() or self.cleaned_data
        if "wording" in values and not values["wording"].strip():
            self.add_error("wording", _("The paragraph is empty. To propose that it goes, use “Delete the paragraph”."))
        return values


class InsertForm(WordingForm):
    """A new paragraph behind a block, or at the beginning."""

    block = forms.RegexField(BLOCK, required=False)
    stage = forms.ChoiceField(choices=STAGES)

    def clean_wording(self) -> str:
        """A new paragraph has wording, and is one paragraph."""
        wording = super().clean_wording()
        if not wording.strip():
            raise forms.ValidationError(_("The new paragraph has no wording yet."))
        return wording

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes: it calls the block ``after``."""
        values = super().arguments()
        if "block" in values:
            values["after"] = values.pop("block")
        return values


class DeleteForm(BlockForm):
    """That a paragraph goes."""

    stage = forms.ChoiceField(choices=STAGES)


class BracketForm(BlockForm):
    """Words of a paragraph that the delegation cannot accept."""

    words = RawField(required=False, label=gettext_lazy("The words that cannot be accepted"))
    stage = forms.ChoiceField(choices=STAGES)
    wording_field = "words"

    def clean_words(self) -> str:
        """Some words have to be named."""
        words = str(self.cleaned_data["words"])
        if not words.strip():
            raise forms.ValidationError(_("Copy the words here that the delegation cannot accept."))
        return words


class NoteForm(BlockForm, WordingForm):
    """A reservation or a note on a paragraph."""

    def clean_wording(self) -> str:
        """A note says something."""
        wording = super().clean_wording()
        if not wording.strip():
            raise forms.ValidationError(_("Write in a few words what is reserved or noted."))
        return wording


class ChoiceForm(ActForm):
    """An act on a choice."""

    choice = forms.CharField(max_length=20)


class AlternativeForm(ChoiceForm):
    """An act on one alternative of a choice."""

    alternative = forms.IntegerField(min_value=0, max_value=10_000)


class CompromiseForm(ChoiceForm, WordingForm):
    """The chair's compromise; empty means no text."""


class ClosingForm(ActForm):
    """An act on a proposal to close."""

    closing = forms.SlugField(max_length=16)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class ProposalForm(ActForm):
    """An act on a proposal that is not tabled."""

    proposal = forms.SlugField(max_length=16)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


class AgreeClearForm(ActForm):
    """Agreement ad referendum of all paragraphs that are clear."""

    forum = RawField(required=False, label=gettext_lazy("Where it is agreed"))
    pending = CodesField(required=False)
    wording_field = "forum"

    def clean_forum(self) -> str:
        """The place is part of what is recorded."""
        forum = " ".join(str(self.cleaned_data["forum"]).split())
        if not forum:
            raise forms.ValidationError(_("Say where it was agreed, for instance “plenary of deputies”."))
        if len(forum) > 120 or set(forum) & set(";[]"):
            raise forms.ValidationError(_("At most 120 characters, without brackets and semicolons."))
        return forum


class AgreeForm(BlockForm, AgreeClearForm):
    """Agreement ad referendum of one paragraph."""


class ReopenForm(BlockForm):
    """An agreed paragraph is opened again, perhaps at a delegation's request."""

    request = forms.RegexField(r"^([A-Z][A-Z0-9]{1,11})?$", required=False)


class RevisionForm(ActForm):
    """A name for the current state of the text."""

    label = RawField(required=False, label=gettext_lazy("Its name"))
    wording_field = "label"

    def clean_label(self) -> str:
        """A short name."""
        label = " ".join(str(self.cleaned_data["label"]).split())
        if not label or len(label) > 40:
            raise forms.ValidationError(_("A name of 1 to 40 characters, for instance Rev.1."))
        return label

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        values.pop("seen", None)
        return values


def _plain(typed: str) -> str:
    return typed.replace("\r\n", "\n").replace("\r", "\n")
