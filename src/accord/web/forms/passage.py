"""Forms of documents on their way. What was typed stays, whatever happens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.documents.choices import Kind, Outcome, Said, StepKind, SymbolKind
from accord.documents.queries.lines import GROUPS, Wanted
from accord.documents.values import DocumentEntry, ReportEntry, Sending, StepEntry, StopEntry
from accord.engine.passage import Pattern
from accord.members.errors import Unfit
from accord.web.forms.acts import ActForm
from accord.web.forms.begin import NameField
from accord.web.forms.documents import RawField
from accord.web.forms.register import SourcedForm, day_field

LONGEST = 500
BLANK_ROWS = 3
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class WantedForm(forms.Form):
    """By what the list is narrowed. What cannot be read counts as not asked."""

    organ = forms.SlugField(required=False)
    state = forms.ChoiceField(choices=[("", ""), *((each, each) for each in GROUPS)], required=False)
    year = forms.RegexField(r"^\d{4}$", required=False)
    on = day_field(gettext_lazy("As of"))

    @property
    def wanted(self) -> Wanted:
        """By what the list is narrowed."""
        self.is_valid()
        return Wanted(*(self.cleaned_data.get(name) or "" for name in ("organ", "state", "year")))


class PassageForm(ActForm):
    """An act on a document; it has no version that the person saw."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {name: value for name, value in super().arguments().items() if name != "seen"}

    def refuse(self, error: Exception) -> None:
        """Put the reason of a refused act at its field."""
        if isinstance(error, Unfit) and error.field in self.fields:
            self.add_error(error.field, str(error))
        else:
            super().refuse(error)


class DatedForm(PassageForm):
    """An act on a day, with words."""

    day = day_field(gettext_lazy("Day"), required=True)
    words = NameField(longest=LONGEST, required=False)


class SendForm(DatedForm):
    """How a document leaves the step that has it, and where it goes."""

    step = forms.SlugField(required=False)
    outcome = forms.CharField(max_length=10, required=False)
    to = forms.MultipleChoiceField(required=False)
    due = day_field(gettext_lazy("To be cleared until"))
    offered = day_field(gettext_lazy("An offered end"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        sent = self.data.getlist("to") if hasattr(self.data, "getlist") else self.data.get("to", [])
        self.fields["to"].choices = [(key, key) for key in sent]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The end is one of those offered, or the day that was typed; never two."""
        values = super().clean() or self.cleaned_data
        due, offered = values.get("due"), values.pop("offered", None)
        if due and offered and due != offered:
            self.add_error("due", _("Choose an offered end or type a day, not both."))
        values["due"] = due or offered
        return values

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        key = values.pop("key")
        return {"sending": Sending(**{**values, "to": tuple(values["to"])}), "key": key}


class ReturnForm(DatedForm):
    """To which earlier step a document is returned, and why."""

    step = forms.SlugField()


class ClearForm(PassageForm):
    """What a member says of a document."""

    said = forms.ChoiceField(choices=[each for each in Said.choices if each[0] != Said.ASKED])
    words = RawField(required=False)
    tabled = forms.BooleanField(required=False)
    wording_field = "words"


class PlainForm(PassageForm):
    """An act without words."""


class SplitForm(PassageForm):
    """The titles of the parts, one a line."""

    day = day_field(gettext_lazy("Day"), required=True)
    titles = RawField(required=False)
    wording_field = "titles"

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        return {**values, "titles": tuple(str(values["titles"]).splitlines())}


class MergeForm(PassageForm):
    """With which documents one is merged, and what they become."""

    day = day_field(gettext_lazy("Day"), required=True)
    others = forms.CharField(required=False)
    title = NameField(longest=400, required=False)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        others = self.data.getlist("others") if hasattr(self.data, "getlist") else self.data.get("others", [])
        return {**super().arguments(), "others": tuple(map(str, others))}


class TitleForm(PassageForm):
    """The title in a language."""

    title = NameField(longest=400, required=False)
    tongue = NameField(longest=35, required=False)

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = super().arguments()
        return {**values, "tongue": values["tongue"] or "en"}


class SymbolForm(DatedForm):
    """What a symbol stands for."""

    kind = forms.ChoiceField(choices=SymbolKind.choices)


class LayForm(PassageForm):
    """Before which meeting a document is laid."""

    meeting_id = forms.SlugField()


class LinkForm(PassageForm):
    """Which text holds the wording."""

    text_id = forms.SlugField()


class PrepareForm(PassageForm):
    """The next of a recurring paper."""

    title = NameField(longest=400, required=False)
    period = NameField(longest=40, required=False)
    outline = RawField(required=False)
    wording_field = "outline"


class ReportForm(SourcedForm, PassageForm):
    """What is reported of a document, with its source."""

    day = day_field(gettext_lazy("Day"), required=True)
    when = NameField(
        longest=40,
        required=False,
        label=gettext_lazy("The day as it is known"),
        help_text=gettext_lazy("Such as: 2013."),
    )
    words = NameField(longest=LONGEST, required=False, label=gettext_lazy("What is reported"))

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        values = self.cleaned_data
        entry = ReportEntry(values["words"], values["day"], values["when"], self.basis)
        return {"entry": entry, "key": values["key"]}


class StopForm(SourcedForm, PassageForm):
    """A stop that is reported, with its source."""

    step = forms.ChoiceField(label=gettext_lazy("Step"))
    outcome = forms.ChoiceField(choices=Outcome.choices, label=gettext_lazy("How it left the step"))
    since = day_field(gettext_lazy("First day"))
    until = day_field(gettext_lazy("Last day"))
    when = NameField(longest=80, required=False, label=gettext_lazy("The days as they are known"))
    words = NameField(longest=LONGEST, required=False, label=gettext_lazy("Words"))

    def __init__(self, *arguments: Any, steps: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["step"].choices = list(steps)  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        names = ("step", "since", "until", "outcome", "when", "words")
        return {"entry": StopEntry(**self.values(*names), basis=self.basis), "key": self.cleaned_data["key"]}


class DocumentForm(SourcedForm):
    """A document that is brought in."""

    title = NameField(longest=400, required=False, label=gettext_lazy("Title"))
    tongue = NameField(longest=35, required=False, label=gettext_lazy("Language of the title"))
    kind = forms.ChoiceField(choices=Kind.choices, label=gettext_lazy("Kind"))
    final = forms.ChoiceField(required=False, label=gettext_lazy("Completed by"))
    period = NameField(longest=40, required=False, label=gettext_lazy("Period"))
    outline = RawField(required=False, label=gettext_lazy("Items"))
    replaces = forms.ChoiceField(required=False, label=gettext_lazy("Replaces"))
    open = forms.BooleanField(required=False)
    sample = forms.BooleanField(required=False)

    def __init__(
        self,
        *arguments: Any,
        finals: Sequence[tuple[str, str]] = (),
        documents: Sequence[tuple[str, str]] = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.fields["final"].choices = list(finals)  # type: ignore[attr-defined]
        self.fields["replaces"].choices = [("", gettext_lazy("none")), *documents]  # type: ignore[attr-defined]

    @property
    def entry(self) -> DocumentEntry:
        """The document."""
        names = ("title", "kind", "final", "period", "outline", "replaces", "open", "sample")
        tongue = self.cleaned_data["tongue"] or "en"
        return DocumentEntry(**self.values(*names), tongue=tongue, basis=self.basis)


class WayForm(PassageForm):
    """
    The steps of a way, a row each, and the pattern of symbols.

    A row without a label is left out; a new one gets its key from its organ or its label. The pattern is no name: it
    holds braces, and what else it may hold the action says.
    """

    series = forms.CharField(max_length=60, required=False)
    revision = forms.CharField(max_length=60, required=False)
    addendum = forms.CharField(max_length=60, required=False)
    corrigendum = forms.CharField(max_length=60, required=False)
    rows = forms.IntegerField(min_value=0, max_value=40)

    def __init__(self, *arguments: Any, language: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.language = language

    @property
    def pattern(self) -> Pattern:
        """The pattern of symbols."""
        plain = Pattern()
        names = ("series", "revision", "addendum", "corrigendum")
        return Pattern(*(self.cleaned_data[name] or getattr(plain, name) for name in names))

    @property
    def steps(self) -> tuple[StepEntry, ...]:
        """The steps in their order."""
        return tuple(self._step(row) for row in self.typed_rows if row["label"].strip())

    @property
    def typed_rows(self) -> tuple[dict[str, str], ...]:
        """What was typed, a row each, in the order of their numbers."""
        count = self.cleaned_data.get("rows") or 0 if hasattr(self, "cleaned_data") else 0
        names = ("place", "key", "label", "kind", "organ", "local", "optional", "parallel")
        rows = [{name: str(self.data.get(f"{name}-{at}", "")) for name in names} for at in range(count)]
        return tuple(sorted(rows, key=lambda row: int(row["place"]) if row["place"].isdecimal() else 99))

    def _step(self, row: dict[str, str]) -> StepEntry:
        kind = row["kind"] if row["kind"] in StepKind.values else ""
        local = row["local"].strip()
        return StepEntry(
            row["key"] or _key(row["organ"] or row["label"]),
            row["label"],
            kind,
            row["organ"],
            {self.language: local} if self.language and local else {},
            bool(row["optional"]),
            bool(row["parallel"]),
        )


def _key(words: str) -> str:
    """Return the key of a new step."""
    return _NOT_PLAIN.sub("-", words.lower()).strip("-")[:40] or _("step")
