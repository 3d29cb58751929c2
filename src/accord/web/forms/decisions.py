"""Forms of questions put to decision. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.decisions.pages import Putting, RuleLine
from accord.decisions.rulings import POSITIONS
from accord.decisions.telling import KINDS, SILENCE, WAYS, way_label
from accord.drafting.sentences import quoted
from accord.web.forms.acts import ActForm
from accord.web.forms.begin import NameField, zones
from accord.web.forms.days import DayField
from accord.web.forms.documents import RawField
from accord.web.forms.ends import OfferedField, chosen_end

EVERY_POSITION = tuple(dict.fromkeys(each for some in POSITIONS.values() for each in some))
LONGEST = 20_000
"""Code points of a reason or statement."""


class EndForm(ActForm):
    """The end of a silence procedure, as the clock of a zone shows it."""

    offered = OfferedField()
    last_day = DayField(required=False)
    last_time = forms.TimeField(required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    zone = forms.ChoiceField(choices=lambda: [(name, name) for name in zones()], required=False)

    def clean(self) -> dict[str, Any]:
        """The end is one of those offered, or the one that was typed."""
        values = super().clean() or self.cleaned_data
        chosen = chosen_end(self, "last_day")
        if chosen:
            values.update(last_day=chosen.day, last_time=chosen.time, zone=chosen.zone)
        return values

    @property
    def end(self) -> dict[str, Any]:
        """The end, as a question is put with it."""
        values = self.cleaned_data
        return {"last_day": values["last_day"], "last_time": values["last_time"], "zone": values["zone"] or "UTC"}


class PutForm(EndForm):
    """A question, its rule, and how the members are asked."""

    title = NameField(longest=300)
    rule = forms.ChoiceField()
    way = forms.ChoiceField(choices=WAYS)
    subject = forms.ChoiceField(required=False)
    about = forms.ChoiceField(required=False)
    meeting = forms.ChoiceField(required=False)
    sample = forms.BooleanField(required=False)
    adopts = forms.BooleanField(required=False)

    def __init__(
        self,
        *arguments: Any,
        rules: Sequence[RuleLine],
        members: Sequence[tuple[str, str]],
        texts: Sequence[tuple[str, str]],
        meetings: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.rules = rules
        none = [("", gettext_lazy("none"))]
        for name, choices in (("subject", members), ("about", texts), ("meeting", meetings)):
            self.fields[name].choices = [*none, *choices]  # type: ignore[attr-defined]
        self.fields["rule"].choices = [(rule.id, rule.title) for rule in rules]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask in a way that suits the rule; a silence procedure has an end."""
        values = super().clean() or self.cleaned_data
        rule = next((rule for rule in self.rules if rule.id == values.get("rule")), None)
        way = values.get("way", "")
        if rule and way and way not in rule.ways:
            named = ", ".join(quoted(str(way_label(each))) for each in rule.ways)
            self.add_error("way", _("Under this rule members are asked by: %s.") % named)
        if way == SILENCE and not (values.get("last_day") and values.get("last_time")):
            self.add_error("last_day", _("A silence procedure has an end: give the day, the time and the zone."))
        if values.get("adopts") and not values.get("about"):
            self.add_error("about", _("Name the text that is adopted."))
        return values

    def putting(self, day: Any) -> Putting:
        """Return what was filled in."""
        values = self.cleaned_data
        named = {name: values[name] for name in ("title", "way", "rule", "subject", "about", "sample", "adopts")}
        return Putting(day=day, **named, **self.end)


class SayForm(ActForm):
    """What the own member says, with a reason if it likes."""

    position = forms.ChoiceField(choices=[(each, each) for each in EVERY_POSITION])
    reason = RawField(required=False)
    wording_field = "reason"

    def clean_reason(self) -> str:
        """A reason is short."""
        return _short(str(self.cleaned_data["reason"]))

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return _without_seen(super().arguments())


class PlainForm(ActForm):
    """An act without words."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        return _without_seen(super().arguments())


class RecordForm(ActForm):
    """What members said aloud: a field for each member, empty where nothing is recorded."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes."""
        said = {
            name.removeprefix("of-"): str(value)
            for name, value in self.data.items()
            if name.startswith("of-") and str(value)
        }
        return {"positions": said, "key": self.cleaned_data["key"]}


class CountForm(PlainForm):
    """What a teller counted."""

    in_favour = forms.IntegerField(min_value=0, max_value=10_000)
    against = forms.IntegerField(min_value=0, max_value=10_000)
    abstaining = forms.IntegerField(min_value=0, max_value=10_000)
    invalid = forms.IntegerField(min_value=0, max_value=10_000)


class StateForm(PlainForm):
    """A statement that is attached to the record."""

    kind = forms.ChoiceField(choices=KINDS)
    wording = RawField()
    wording_field = "wording"

    def clean_wording(self) -> str:
        """A statement says something."""
        wording = _short(str(self.cleaned_data["wording"]))
        if not wording.strip():
            raise forms.ValidationError(_("The statement has no words yet."))
        return wording


class CloseForm(PlainForm):
    """To close, with the sentence that was read; in doubt, how the members were reached besides."""

    read = forms.CharField(max_length=4000, required=False)
    confirmed = RawField(required=False)
    wording_field = "confirmed"


class TimeForm(EndForm):
    """A later end, or a new one."""

    def arguments(self) -> dict[str, Any]:
        """Return what the action takes: the terms of a question, of which it uses the end alone."""
        end = Putting("", SILENCE, "", self.cleaned_data["last_day"], **self.end)
        return {"putting": end, "key": self.cleaned_data["key"]}

    def clean(self) -> dict[str, Any]:
        """An end is needed."""
        values = super().clean() or self.cleaned_data
        if not (values.get("last_day") and values.get("last_time")):
            self.add_error("last_day", _("Give the day and the time of the end."))
        return values


def _short(words: str) -> str:
    if len(words) > LONGEST:
        raise forms.ValidationError(_("At most %d characters.") % LONGEST)
    return words


def _without_seen(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "seen"}
