"""
Where words of an adopted text come from, in sentences. Pure: stretches of words and entries of the record in.

Source: docs/reference/releases.md, "Where words come from".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import dateformat
from django.utils.translation import gettext as _

from accord.drafting import provenance
from accord.drafting.provenance import Contest, Deed, Stretch
from accord.drafting.sentences import quoted, sentence_of
from accord.engine import text as engine
from accord.publishing.pages import Account

_ON_A_CHOICE = frozenset({"withdrew", "objected", "withdrew the objection", "took back the closing", "cannot accept"})
_ON_A_PARAGRAPH = frozenset({"reserved", "lifted"})
_ON_AGREEMENT = frozenset({"agreed", "confirmed", "reopened"})


@dataclass(frozen=True)
class History:
    """
    What the sentences are made from: all versions of a text in order and the entries about it, oldest first.

    Attributes:
        deeds: every entry of the text's own stream.
        version_deeds: for each version the entry that made it.
    """

    versions: tuple[engine.Text, ...]
    deeds: tuple[Deed, ...]

    @cached_property
    def version_deeds(self) -> Mapping[int, Deed]:
        """Number of a version → the entry that made it."""
        return {deed.version: deed for deed in self.deeds if deed.version}

    @cached_property
    def stretches(self) -> Mapping[str, tuple[Stretch, ...]]:
        """Paragraph → its words, in stretches of one origin."""
        verbs = [self.version_deeds[number].verb for number in range(1, len(self.versions) + 1)]
        return provenance.stretches(self.versions, verbs)

    @cached_property
    def contests(self) -> Callable[[str], Mapping[str, tuple[Contest, ...]]]:
        """Paragraph → choice → the wordings that it ever had; each paragraph is read once."""
        known: dict[str, Mapping[str, tuple[Contest, ...]]] = {}

        def of(block: str) -> Mapping[str, tuple[Contest, ...]]:
            if block not in known:
                known[block] = provenance.contests(self.versions, block)
            return known[block]

        return of


@dataclass(frozen=True, slots=True)
class _Case:
    """Words of one paragraph before the record."""

    history: History
    block: str
    stretch: Stretch
    names: Mapping[str, str]

    @property
    def origin(self) -> Deed:
        return self.history.version_deeds[self.stretch.origin]

    @property
    def ending(self) -> tuple[str, Deed] | None:
        """The last choice that the words left, and the entry by which it ended; None where they never stood in one."""
        if not self.stretch.left:
            return None
        choice, version = self.stretch.left[-1]
        return choice, self.history.version_deeds[version]

    def name(self, code: str) -> str:
        if code == engine.CHAIR:
            return _("the chair")
        return self.names.get(code, code)

    def listed(self, codes: Sequence[str]) -> str:
        return ", ".join(self.name(code) for code in codes)

    def actor(self, deed: Deed) -> str:
        name = self.name(deed.code) if deed.code else _("the secretariat")
        return name[:1].upper() + name[1:]


def accounts_of(
    history: History, block: str, stretch: Stretch, names: Mapping[str, str]
) -> tuple[Account, ...]:
    """Return where the words come from: proposed, supported, other wording, lifted, closed, agreed, adopted."""
    case = _Case(history, block, stretch, names)
    told = (
        (_("Proposed"), [_proposed(case)]),
        (_("Supported"), list(_supported(case))),
        (_("Other wording"), list(_others(case))),
        (_("Lifted or withdrawn"), list(_lifted(case))),
        (_("Closed"), list(_closed(case))),
        (_("Agreed"), list(_agreed(case))),
        (_("Adopted"), list(_adopted(case))),
    )
    return tuple(Account(head, tuple(sentences)) for head, sentences in told if sentences)


def choice_of(stretch: Stretch) -> str:
    """Return the number of the choice that the words came through last, or ""."""
    return stretch.left[-1][0] if stretch.left else ""


def moment(at: datetime) -> str:
    """Return a time as the pages say it, in UTC."""
    return _("%s UTC") % dateformat.format(at, "j E Y, H:i")


def _cited(sentence: str, deed: Deed) -> str:
    values = {"sentence": sentence, "when": moment(deed.at), "entry": deed.number}
    return _("%(sentence)s, %(when)s (entry %(entry)d).") % values


def _proposed(case: _Case) -> str:
    patterns = {
        "began": _("In the zero draft of %(actor)s"),
        "submitted": _("In the version that %(actor)s handed in"),
        "wrote a compromise": _("By %(actor)s, as a compromise"),
    }
    deed = case.origin
    name = case.name(deed.code) if deed.code else _("the secretariat")
    return _cited(patterns.get(deed.verb, _("By %(actor)s")) % {"actor": name}, deed)


def _supported(case: _Case) -> Iterator[str]:
    if case.ending is None:
        return
    choice, ending = case.ending
    holders = _held(case, choice, ending)
    spoken = {deed.code: deed for deed in _about_choices(case) if deed.verb in ("supported", "retained")}
    for code in holders:
        if code == case.origin.code:
            continue
        if code in spoken:
            verb = _("retained the wording") if spoken[code].verb == "retained" else _("supported it")
            yield _cited(f"{case.actor(spoken[code])} {verb}", spoken[code])
        elif code != engine.CHAIR:
            yield _("%s held it as well.") % case.name(code)
    if not [code for code in holders if code != engine.CHAIR] and case.origin.verb != "began":
        yield _("No delegation held these words when the choice ended.")


def _held(case: _Case, choice: str, ending: Deed) -> tuple[str, ...]:
    """Return who held the words when the choice ended."""
    if ending.verb == "closed" and "holders" in ending.data:
        return tuple(ending.data["holders"])
    taken = _taken(case, choice)
    return taken.holders if taken else ()


def _taken(case: _Case, choice: str) -> Contest | None:
    """Return the wording of a choice that the words belong to."""
    rows = case.history.contests(case.block).get(choice, ())
    wording = case.stretch.wording.strip()
    if case.ending and case.ending[1].verb == "closed":
        closed_on = str(case.ending[1].data.get("wording", "")).strip()
        exact = [row for row in rows if row.wording == closed_on]
        if exact:
            return exact[0]
    return next((row for row in rows if wording and wording in row.wording), None)


def _others(case: _Case) -> Iterator[str]:
    shown = False
    for choice in sorted(case.stretch.stood, key=_in_order):
        taken = _taken(case, choice)
        rows = case.history.contests(case.block).get(choice, ())
        told = [_contest(case, row) for row in rows if row != taken and (row.holders or row == rows[0])]
        if told:
            shown = True
            yield _("Choice %(choice)s: %(wordings)s.") % {"choice": choice, "wordings": "; ".join(told)}
    if not shown:
        yield _("Nobody proposed other wording for these words.")


def _contest(case: _Case, row: Contest) -> str:
    who = case.listed(row.holders) if row.holders else _("as the text stood")
    return f"{quoted(row.wording)} ({who})"


def _lifted(case: _Case) -> Iterator[str]:
    told = case.ending[1] if case.ending else None
    for deed in case.history.deeds:
        on_choice = deed.verb in _ON_A_CHOICE and deed != told and _is_about(case, deed)
        on_paragraph = deed.verb in _ON_A_PARAGRAPH and deed.data.get("block") == case.block
        if on_choice or on_paragraph:
            yield _cited(sentence_of(deed.verb, deed.data, case.actor(deed)), deed)


def _closed(case: _Case) -> Iterator[str]:
    if case.ending is None:
        return
    choice, ending = case.ending
    if ending.verb != "closed":
        said = sentence_of(ending.verb, ending.data, case.actor(ending))
        yield _cited(_("Choice %(choice)s ended: %(said)s") % {"choice": choice, "said": said}, ending)
        return
    yield _cited(_("Choice %s was closed by the chair") % choice, ending)
    consents = (
        ("joined", _("%s joined before it closed.")),
        ("not_objecting", _("%s held other wording; the chair asked, and no objection stood when it closed.")),
    )
    for key, pattern in consents:
        codes = ending.data.get(key, ())
        if codes:
            yield pattern % case.listed(codes)


def _agreed(case: _Case) -> Iterator[str]:
    for deed in case.history.deeds:
        if deed.verb in _ON_AGREEMENT and _names(deed, case.block):
            yield _cited(sentence_of(deed.verb, deed.data, case.actor(deed)), deed)


def _adopted(case: _Case) -> Iterator[str]:
    for deed in case.history.deeds:
        if deed.verb == "adopted":
            yield _cited(_("By the council"), deed)


def _about_choices(case: _Case) -> Iterator[Deed]:
    return (deed for deed in case.history.deeds if _is_about(case, deed))


def _is_about(case: _Case, deed: Deed) -> bool:
    return deed.data.get("choice") in case.stretch.stood


def _names(deed: Deed, block: str) -> bool:
    return deed.data.get("block") == block or block in deed.data.get("blocks", ())


def _in_order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdecimal())
