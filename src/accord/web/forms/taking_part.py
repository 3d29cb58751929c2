"""Forms of who takes part: invitations, participants, attendance, staff. What was typed stays, whatever happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.engine.rules.gathering import RulesError
from accord.engine.rules.periods import instant
from accord.meetings.choices import Consent, Precedence, Presence, Rank, Service
from accord.meetings.registration import AttendingEntry, InvitationEntry, ParticipantEntry, StaffEntry
from accord.meetings.taking_part import AttendingLine, StaffLine
from accord.members.basis import Basis
from accord.web.forms.begin import NameField
from accord.web.forms.ends import OfferedEnd, OfferedField, chosen_end
from accord.web.forms.meetings import NO_KEY, time_field
from accord.web.forms.register import SourcedForm, day_field

Choices = Iterable[tuple[str, str]]


class KeyForm(forms.Form):
    """An act without words."""

    key = forms.UUIDField(error_messages=NO_KEY)


class InvitationForm(SourcedForm):
    """
    Who is invited to what, and how the members consent.

    Args:
        parts, partners: what can be chosen. zone: in which the deadline is given.
    """

    part = forms.ChoiceField(required=False, label=gettext_lazy("To what"))
    partner = forms.ChoiceField(required=False, label=gettext_lazy("Partner of the register"))
    guest = NameField(
        longest=200,
        required=False,
        label=gettext_lazy("Or a guest by name"),
        help_text=gettext_lazy("Without a sign-in here: the secretariat hands over what it may see."),
    )
    body = NameField(longest=200, required=False, label=gettext_lazy("Which of its bodies"))
    purpose = NameField(longest=300, required=False, label=gettext_lazy("Why it is proposed"))
    way = forms.ChoiceField(choices=Consent.choices, label=gettext_lazy("How the members consent"))
    offered = OfferedField()
    last_day = day_field(gettext_lazy("Last day"), hint=gettext_lazy("With silence: until when an objection counts."))
    last_hour = time_field()
    sample = forms.BooleanField(required=False, label=gettext_lazy("This is a sample"))

    def __init__(
        self, *arguments: Any, parts: Choices = (), partners: Choices = (), zone: str = "UTC", **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.zone = zone
        self.fields["last_hour"].label = _("Hour, as the clocks of the place show it")
        self.fields["part"].choices = list(parts)  # type: ignore[attr-defined]
        self.fields["partner"].choices = [("", gettext_lazy("none")), *partners]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the deadline as an instant."""
        values = super().clean() or self.cleaned_data
        day, hour, end = values.get("last_day"), values.get("last_hour"), chosen_end(self, "last_day")
        if end is None and day and hour:
            end = OfferedEnd(day, hour, self.zone)
        values["deadline"] = None
        if values.get("way") == Consent.SILENCE and end:
            try:
                values["deadline"] = instant(end.day, end.time, end.zone)
            except RulesError as error:
                self.add_error("last_hour", str(error))
        return values

    @property
    def entry(self) -> InvitationEntry:
        """The invitation; only of a valid form."""
        names = ("partner", "guest", "body", "part", "way", "deadline", "purpose", "sample")
        return InvitationEntry(**self.values(*names), basis=self.basis)


class SayForm(KeyForm):
    """What the own member says, with a reason if it likes."""

    word = forms.CharField(max_length=20)
    reason = NameField(longest=300, required=False)


class AnswerForm(KeyForm):
    """Whether who is invited comes."""

    answer = forms.ChoiceField(choices=[("accept", "accept"), ("decline", "decline")])
    words = NameField(longest=300, required=False)

    @property
    def accepts(self) -> bool:
        """Whether it comes; only of a valid form."""
        return bool(self.cleaned_data["answer"] == "accept")


class WithdrawForm(KeyForm):
    """Why an invitation is withdrawn."""

    why = NameField(longest=300, error_messages={"required": gettext_lazy("Say why the invitation is withdrawn.")})


class ParticipantForm(SourcedForm):
    """Somebody who takes part; a person of the register, or a name with a post."""

    side = forms.ChoiceField(label=gettext_lazy("For whom"))
    person = forms.ChoiceField(required=False, label=gettext_lazy("Person of the register"))
    name = NameField(
        longest=120,
        required=False,
        label=gettext_lazy("Or a name"),
        help_text=gettext_lazy("Persons in public office, or sent by it."),
    )
    post = NameField(
        longest=160,
        required=False,
        label=gettext_lazy("Post"),
        help_text=gettext_lazy("Empty: the one that the register knows for the day."),
    )
    rank = forms.ChoiceField(choices=Rank.choices, label=gettext_lazy("As what"))

    def __init__(self, *arguments: Any, sides: Choices = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["side"].choices = list(sides)  # type: ignore[attr-defined]

    @property
    def entry(self) -> ParticipantEntry:
        """The participant; only of a valid form."""
        return ParticipantEntry(**self.values("side", "name", "person", "post", "rank"), basis=self.basis)


class PrecedenceForm(KeyForm):
    """In which order the delegations are listed."""

    precedence = forms.ChoiceField(choices=Precedence.choices)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """The fields of one member in the form of attendance."""

    code: str
    name: str
    presence: Any
    by: Any
    note: Any


class AttendingForm(SourcedForm):
    """
    How each member sits in a sitting.

    Args:
        members: all that can sit, as (code, name). known: what is entered.
    """

    def __init__(
        self,
        *arguments: Any,
        members: Sequence[tuple[str, str]] = (),
        known: Sequence[AttendingLine] = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.rows_of = tuple(members)
        self.entered = entered = {line.code: line for line in known}
        for code, _name in members:
            line = entered.get(code)
            self.fields[f"presence-{code}"] = forms.ChoiceField(
                choices=Presence.choices, initial=line.presence if line else Presence.PRESENT
            )
            others = [("", gettext_lazy("nobody")), *((each, each) for each, _called in members if each != code)]
            self.fields[f"by-{code}"] = forms.ChoiceField(
                choices=others, required=False, initial=line.by if line else ""
            )
            self.fields[f"note-{code}"] = NameField(longest=300, required=False, initial=line.note if line else "")

    def rows(self) -> Iterator[MemberRow]:
        """Yield the fields of each member."""
        for code, name in self.rows_of:
            yield MemberRow(code, name, self[f"presence-{code}"], self[f"by-{code}"], self[f"note-{code}"])

    @property
    def entries(self) -> list[AttendingEntry]:
        """How each sits; only of a valid form. What is not changed keeps its source, unless another one is named."""
        return [self._entry(code) for code, _name in self.rows_of]

    def _entry(self, code: str) -> AttendingEntry:
        presence, by, note = (self.cleaned_data[f"{name}-{code}"] for name in ("presence", "by", "note"))
        by = by if presence == Presence.REPRESENTED else ""
        line = self.entered.get(code)
        same = line is not None and (line.presence, line.by, line.note) == (presence, by, note)
        kept = line.basis if line is not None and same and self.basis == Basis() else self.basis
        return AttendingEntry(code, presence, by=by, note=note, basis=kept)


class StaffForm(KeyForm):
    """
    Which staff is admitted to a sitting, and as what.

    Args:
        sign_ins: of all staff. known: who is admitted.
    """

    def __init__(
        self, *arguments: Any, sign_ins: Sequence[str] = (), known: Sequence[StaffLine] = (), **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.sign_ins = tuple(sign_ins)
        does: Mapping[str, str] = {line.sign_in: line.service for line in known}
        for name in sign_ins:
            self.fields[f"does-{name}"] = forms.ChoiceField(
                choices=[("", gettext_lazy("not admitted")), *Service.choices],
                required=False,
                initial=does.get(name, ""),
                label=name,
            )

    @property
    def entries(self) -> list[StaffEntry]:
        """Who is admitted; only of a valid form."""
        found = ((name, self.cleaned_data[f"does-{name}"]) for name in self.sign_ins)
        return [StaffEntry(name, does) for name, does in found if does]


class SignInForm(KeyForm):
    """A sign-in for an interpreter, a note-taker or a technician."""

    name = NameField(
        longest=80, label=gettext_lazy("Name of the sign-in"), help_text=gettext_lazy("Such as: interpreter-ru.")
    )
    password = forms.CharField(
        label=gettext_lazy("Passphrase"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
