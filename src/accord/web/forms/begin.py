"""Beginning: a council with its members by list, a meeting, a text with its zero draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self
from zoneinfo import available_timezones

import pycountry
from django import forms
from django.conf.locale import LANG_INFO
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accord.decisions.queries import rule_line
from accord.engine import text as engine
from accord.engine.said import spoken
from accord.engine.text.naming import plain_name
from accord.formats.organisations import Template
from accord.formats.rules import versions
from accord.meetings.pages import MeetingLine
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.lookalikes import flags
from accord.members.templates import from_template, templates
from accord.members.tongues import language_name
from accord.members.values import Founding
from accord.web.forms.documents import DocumentForm, Problem, RawField, import_text

LONGEST_NAME = 120
"""Characters of a member's name."""

_CODE_FIRST = re.compile(r"([A-Z][A-Z0-9]{1,11})(?:\s*[:;,]\s*|\s+)(\S.*)")
_CODE_ALONE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_SMALL = frozenset({"of", "the", "and", "de", "la", "du", "y"})
_NO_KEY = {"required": gettext_lazy("Load the page again: the form has no key.")}


class NameField(forms.Field):
    """
    One line that a reader can tell from another: no control, bidirectional or invisible character.

    Args:
        longest: how many characters it may have.
    """

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(**options)
        self.longest = longest

    def to_python(self, value: Any) -> str:
        """Return the name with single plain spaces; "" for none."""
        if not str(value or "").strip():
            return ""
        try:
            return plain_name(str(value), longest=self.longest)
        except engine.WordingRefused as error:
            raise forms.ValidationError(_refused(error)) from error
        except engine.TextError as error:
            raise forms.ValidationError(str(error)) from error


def _refused(error: engine.WordingRefused) -> str:
    place = error.places[0]
    return _("Character %(column)d: %(code)s %(name)s %(reason)s.") % {
        "column": place.column,
        "code": place.code_point,
        "name": place.name,
        "reason": spoken(place.reason),
    }


class StepForm(forms.Form):
    """
    A form whose buttons say what they ask for, and that can take refused characters out of what was typed.

    Attributes:
        typed: names of the fields that hold typed words.
    """

    typed: tuple[str, ...] = ()

    step = forms.ChoiceField(choices=[(each, each) for each in ("preview", "confirm", "repair")], required=False)
    key = forms.UUIDField(error_messages=_NO_KEY)

    @classmethod
    def sent(cls, data: QueryDict, **options: Any) -> Self:
        """Return the form as it was sent; refused characters are taken out first where that is asked."""
        return cls(repaired(data, cls.typed) if data.get("step") == "repair" else data, **options)

    @property
    def repairable(self) -> bool:
        """Whether something that was typed holds characters that can be taken out."""
        return any(_plain(str(self.data.get(name, ""))) != str(self.data.get(name, "")) for name in self.typed)


def repaired(data: QueryDict, names: Iterable[str]) -> QueryDict:
    """Return what was sent, without the characters in these fields that cannot be kept."""
    plain = data.copy()
    for name in names:
        plain[name] = _plain(data.get(name, ""))
    return plain


def _plain(typed: str) -> str:
    if not import_text(typed).problems:
        return typed
    return "\n".join(import_text(line, drop=True).wording.strip("\n") for line in typed.splitlines())


@cache
def zones() -> tuple[str, ...]:
    """Return the names of the time zones of the world (IANA) that are places, and UTC first."""
    return ("UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")))


def tongues() -> list[tuple[str, str]]:
    """Return tags and names of the languages in which names can be given, the reader's own first."""
    own = get_language() or "en"
    tags = sorted({own, "en", *(tag for tag in LANG_INFO if "name" in LANG_INFO[tag] and tag.isalpha())})
    named = sorted(((tag, language_name(tag)) for tag in tags), key=lambda pair: (pair[0] != own, pair[1]))
    return [(tag, capfirst(name)) for tag, name in named]


# A council


@dataclass(frozen=True, slots=True)
class MemberRow:
    """
    A member as the list was understood.

    Attributes:
        suggested: the code was not typed but made from the name.
        flags: sentences on what a person should look at.
    """

    code: str
    name: str
    suggested: bool = False
    flags: tuple[str, ...] = ()


class BeginForm(StepForm):
    """
    A council of one's own. The list of members is shown as it was understood before the council begins.

    Attributes:
        rows: the members in their order. problems: lines that cannot be used.
    """

    typed = ("name", "short_name", "members")

    name = NameField(longest=200, error_messages={"required": gettext_lazy("The council needs a name.")})
    short_name = NameField(longest=40, required=False)
    members = RawField(error_messages={"required": gettext_lazy("The list of members is empty.")})
    listed = RawField(required=False)
    names_in = forms.ChoiceField(choices=tongues, required=False)
    template = forms.SlugField(required=False)

    rows: tuple[MemberRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def founding(self) -> Founding:
        """What is founded; only of a valid form."""
        values = self.cleaned_data
        pairs = tuple((row.code, row.name) for row in self.rows)
        founding = Founding(values["name"], pairs, short_name=values["short_name"], names_in=values["names_in"])
        return from_template(founding, self.chosen) if self.chosen else founding

    @classmethod
    def from_template(cls, template_id: str) -> Self:
        """Return the form filled from a template; empty where there is none of this id."""
        chosen = templates().get(template_id)
        if chosen is None:
            return cls()
        lines = "\n".join(f"{each.code} {each.name}" for each in chosen.members)
        named = {"name": chosen.name, "short_name": chosen.short_name}
        return cls(initial={**named, "members": lines, "template": chosen.id})

    @property
    def chosen(self) -> Template | None:
        """The template that is used, or None."""
        return templates().get(str(self["template"].value() or ""))

    @property
    def rule(self) -> str:
        """The title of the template's rule in the reader's language; "" without a template."""
        return rule_line(versions(self.chosen.rule)[-1]).title if self.chosen else ""

    @property
    def lines(self) -> str:
        """The members as lines of code and name: what the page puts back into the list."""
        return "\n".join(f"{row.code} {row.name}" for row in self.rows)

    @property
    def confirmed(self) -> bool:
        """Whether the very list that was shown is confirmed."""
        listed = str(self.cleaned_data.get("listed")).replace("\r\n", "\n")
        return self.cleaned_data.get("step") == "confirm" and listed == self.lines

    def clean_members(self) -> str:
        """Read the list; what is wrong with a line is said with its number."""
        typed = str(self.cleaned_data["members"])
        lines = [(at, line.strip()) for at, line in enumerate(typed.splitlines(), 1) if line.strip()]
        if not lines:
            raise forms.ValidationError(self.fields["members"].error_messages["required"])
        if len(lines) > checks.MOST_MEMBERS:
            counts = {"count": len(lines), "most": checks.MOST_MEMBERS}
            raise forms.ValidationError(_("The list has %(count)d members; a council has at most %(most)d.") % counts)
        self.problems = import_text(typed).problems
        if self.problems:
            raise forms.ValidationError([problem.message for problem in self.problems[:5]])
        self.rows = flagged(read_members(line for _at, line in lines))
        wrong = list(_wrong(zip([at for at, _line in lines], self.rows, strict=True)))
        if wrong:
            raise forms.ValidationError(wrong)
        return typed


def read_members(lines: Iterable[str]) -> tuple[MemberRow, ...]:
    """
    Return the members of a list: "CODE Name", "CODE: Name", or a name alone, whose code is then suggested.

    A suggestion is the three letters of ISO 3166 where the name is a country's, else made of the first letters; no two
    members get the same.
    """
    read = [_member(line) for line in lines]
    taken = {row.code for row in read if not row.suggested}
    rows = []
    for row in read:
        code = _free(row.code, taken) if row.suggested else row.code
        taken.add(code)
        rows.append(replace(row, code=code))
    return tuple(rows)


def _member(line: str) -> MemberRow:
    found = _CODE_FIRST.fullmatch(line)
    if found:
        return MemberRow(found[1], " ".join(found[2].split()))
    if _CODE_ALONE.fullmatch(line):
        return MemberRow(line, line)
    return MemberRow(suggestion(line), " ".join(line.split()), suggested=True)


def suggestion(name: str) -> str:
    """Return a code for a name: of ISO 3166, else its first letters, else "M"."""
    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        return _initials(name)


def _initials(name: str) -> str:
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[A-Za-z][A-Za-z0-9]*", plain) if word.lower() not in _SMALL]
    letters = words[0][:3] if len(words) == 1 else "".join(word[0] for word in words)[:12]
    return letters.upper() if len(letters) > 1 else "M"


def _free(code: str, taken: set[str]) -> str:
    candidates = (code, *(f"{code[:9]}{number}" for number in range(1, checks.MOST_MEMBERS + 2)))
    barred = taken | set(checks.RESERVED_CODES)
    return next(each for each in candidates if each not in barred and _CODE_ALONE.fullmatch(each))


def flagged(rows: tuple[MemberRow, ...]) -> tuple[MemberRow, ...]:
    """Return the rows with what a person should look at: names of two scripts, names that look alike."""
    said: dict[int, tuple[str, ...]] = {}
    for index, kind, words in flags(row.name for row in rows):
        mixed = _("“%s” is written with letters of two scripts.")
        alike = _("This name looks like “%s”.")
        said[index] = (*said.get(index, ()), (mixed if kind == "mixed" else alike) % words)
    return tuple(replace(row, flags=said.get(index, ())) for index, row in enumerate(rows))


def _wrong(numbered: Iterable[tuple[int, MemberRow]]) -> Iterator[str]:
    codes: dict[str, int] = {}
    names: dict[str, int] = {}
    for line, row in numbered:
        for reason in _reasons(row):
            yield _("Line %(line)d: %(reason)s") % {"line": line, "reason": reason}
        for known, value in ((codes, row.code), (names, row.name.casefold())):
            if value in known:
                twice = _("Line %(line)d: “%(value)s” stands in line %(first)d already.")
                shown = row.code if known is codes else row.name
                yield twice % {"line": line, "value": shown, "first": known[value]}
            known.setdefault(value, line)


def _reasons(row: MemberRow) -> Iterator[str]:
    try:
        checks.code("members", row.code)
        checks.name("members", row.name, longest=LONGEST_NAME)
    except Unfit as error:
        yield str(error)


# A text


class BeginTextForm(DocumentForm):
    """
    A text with its zero draft.

    Args:
        meetings: those before which it can come, with a narrow sitting or without.
    """

    title = NameField(longest=300, error_messages={"required": gettext_lazy("The text needs a title.")})
    meeting = forms.ChoiceField(required=False)
    audience = forms.ChoiceField(
        choices=[
            ("council", gettext_lazy("all delegations, the chair and the secretariat")),
            ("narrow", gettext_lazy("those admitted to the narrow sitting of the meeting")),
            ("extended", gettext_lazy("those admitted to the extended sitting; its guests read it without names")),
        ]
    )
    sample = forms.BooleanField(required=False)

    def __init__(self, *args: Any, meetings: Iterable[MeetingLine] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", str(_("no meeting"))), *((line.id, _named(line)) for line in meetings)]
        self.fields["meeting"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A sitting is one of a meeting."""
        values = super().clean()
        if values.get("audience") in ("narrow", "extended") and not values.get("meeting"):
            self.add_error("meeting", _("Choose the meeting for whose sitting the text is."))
        return values


def _named(line: MeetingLine) -> str:
    when = date_format(line.day, "j E Y") if line.day else line.when
    return ", ".join(filter(None, (line.title, when)))
