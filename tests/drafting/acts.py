"""
Every act on a text as a row: the scene that it needs, how it is called, who may do it, and what it leaves behind.

The tables of several tests are made from these rows, so that a new act is tested in all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from accord.access import Subject
from accord.access.models import Audience, AudienceSeat
from accord.access.queries import audience_of
from accord.access.subjects import Role, member_seat, seat
from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.actions.languages import Worded
from accord.drafting.models import (
    Adoption,
    Closing,
    LanguageCheck,
    LanguageVersion,
    Objection,
    Proposal,
    Roll,
    Text,
    Translation,
    Version,
)
from accord.engine import text as engine
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

TABLES = (
    Text, Version, Proposal, Closing, Objection, Roll, Adoption, Entry, Audience, AudienceSeat,
    LanguageVersion, Translation, LanguageCheck,
)  # fmt: skip
"""All that an act can write."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text made ready for an act, and what the act names: a paragraph, a choice, a closing, a proposal."""

    council: Council
    text: Text
    block: str = ""
    choice: str = ""
    closing: str = ""
    proposal: str = ""

    @property
    def seen(self) -> str:
        """Fingerprint of the current version."""
        return factories.seen(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """
    One act.

    Attributes:
        scene: makes the text ready. call: does the act as ``by`` with ``key``; the answer has a primary key.
        allowed: names of the cast that may; the first does it in every test. idle: who may, but for whom there is
            nothing to do in this scene. unseen: who does not see what it names, though admitted to the text.
        verb: of the entry. versions: how many versions it adds. behalf: for whom the entry says it was done.
    """

    name: str
    scene: Callable[[Council], Scene]
    call: Callable[[Scene, Subject, UUID], Any]
    allowed: tuple[str, ...]
    verb: str
    versions: int = 1
    idle: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def cast(council: Council, other: Council) -> dict[str, Subject]:
    """Return the cast by name; the strangers are people of another organisation, in which codes are the same."""
    return {
        "chair": council.chair,
        "secretariat": council.secretariat,
        "XAA": council.delegate("XAA"),
        "XBB": council.delegate("XBB"),
        "expert of XAA": council.expert,
        "partner": council.partner,
        "strange XAA": other.delegate("XAA"),
        "strange chair": other.chair,
        "strange secretariat": other.secretariat,
        "public": council.public,
    }


ADMITTED = ("chair", "secretariat", "XAA", "XBB", "expert of XAA", "partner")


def stored() -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows that acts can write, so that "nothing was done" can be seen."""
    return {table.__name__: sorted(map(str, table.objects.values_list())) for table in TABLES}  # type: ignore[misc]


# Scenes, each made from the one before it.


def plain(council: Council) -> Scene:
    """A zero draft; all delegations are in the room, and the partner is admitted."""
    seats = [member_seat(council.organisation.pk), seat(council.organisation.pk, Role.PARTNER, "XPP")]
    audience = audience_of(council.organisation.pk, "with the partner", seats)
    text = factories.text_of(council, audience=audience.pk)
    return Scene(council, text, block=factories.block(text, "once a year"))


def in_russian(council: Council) -> Scene:
    """A Russian version is begun, which is not authentic; nothing of it is there yet."""
    ready = plain(council)
    factories.in_russian(ready.text, council, authentic=False)
    return ready


def translated(council: Council) -> Scene:
    """The secretariat has entered the wording of the paragraph in Russian."""
    ready = in_russian(council)
    made = translate(ready, council.secretariat, factories.key())
    return Scene(council, ready.text, ready.block, proposal=made.pk)


def begin_kazakh(scene: Scene, by: Subject, key: UUID) -> LanguageVersion:
    """Begin a Kazakh version."""
    return actions.enter_language(scene.text.pk, by=by, tag="kk", key=key)


def change_language(scene: Scene, by: Subject, key: UUID) -> LanguageVersion:
    """Say that the Russian version is authentic."""
    return actions.change_language(scene.text.pk, by=by, tag="ru", authentic=True, key=key)


def drop_language(scene: Scene, by: Subject, key: UUID) -> Version:
    """Drop the Russian version, which has no wording."""
    return actions.drop_language(scene.text.pk, by=by, tag="ru", key=key)


def translate_all(scene: Scene, by: Subject, key: UUID) -> LanguageVersion:
    """Enter the wording of one paragraph as a file of one."""
    asked = factories.to_translate(scene.text.pk, "once a year")
    worded = Worded(asked["block"], "1. Собираться раз в год;", asked["source"])
    return actions.translate_all(scene.text.pk, by=by, tag="ru", wordings=[worded], key=key)


def translate(scene: Scene, by: Subject, key: UUID) -> Translation:
    """Enter the wording of the paragraph in Russian."""
    asked = factories.to_translate(scene.text.pk, "once a year")
    return actions.translate(scene.text.pk, by=by, wording="1. Собираться раз в год;", key=key, **asked)


def check(scene: Scene, by: Subject, key: UUID) -> LanguageCheck:
    """Check that wording."""
    named = {"tag": "ru", "block": scene.block, "translation": scene.proposal}
    return actions.check_translation(scene.text.pk, by=by, key=key, **named)


def disputed(council: Council) -> Scene:
    """XAA has proposed other wording: choice 1, alternative 1."""
    ready = plain(council)
    factories.propose(ready.text, council.delegate("XAA"), "once a year", "twice a year")
    return Scene(council, ready.text, ready.block, choice="1")


def contested(council: Council) -> Scene:
    """XAA wants other wording, XBB retains the base's."""
    ready = disputed(council)
    actions.retain(ready.text.pk, by=council.delegate("XBB"), choice="1", seen=ready.seen, key=factories.key())
    return ready


def proposed(council: Council) -> Scene:
    """The chair has proposed to close on what XAA wants; XBB retains the base."""
    ready = contested(council)
    closing = actions.propose_closing(
        ready.text.pk, by=council.chair, choice="1", alternative=1, seen=ready.seen, key=factories.key()
    )
    return Scene(council, ready.text, ready.block, "1", closing.pk)


def asked(council: Council) -> Scene:
    """The chair has asked, and nobody has objected."""
    ready = proposed(council)
    actions.ask(ready.text.pk, by=council.chair, closing=ready.closing, key=factories.key())
    return ready


def objected(council: Council) -> Scene:
    """XBB has objected."""
    ready = asked(council)
    actions.object_to(ready.text.pk, by=council.delegate("XBB"), closing=ready.closing, key=factories.key())
    return ready


def drafted(council: Council, stage: str = "private") -> Scene:
    """XAA keeps a proposal to itself."""
    ready = plain(council)
    proposal = factories.propose(ready.text, council.delegate("XAA"), "once a year", "twice a year", stage=stage)
    return Scene(council, ready.text, ready.block, proposal=proposal.pk)


def with_chair(council: Council) -> Scene:
    """XAA has shown a proposal to the chair."""
    return drafted(council, "chair")


def agreed(council: Council) -> Scene:
    """A paragraph is agreed ad referendum; the capital of XAA is awaited."""
    ready = plain(council)
    actions.agree(
        ready.text.pk,
        by=council.chair,
        block=ready.block,
        forum="plenary",
        pending=["XAA"],
        seen=ready.seen,
        key=factories.key(),
    )
    return ready


def reserved(council: Council) -> Scene:
    """XAA has reserved its position."""
    ready = plain(council)
    actions.reserve(
        ready.text.pk,
        by=council.delegate("XAA"),
        block=ready.block,
        wording="no instructions yet",
        seen=ready.seen,
        key=factories.key(),
    )
    return ready


def before_council(council: Council) -> Scene:
    """The text is before the council."""
    ready = plain(council)
    actions.put_to_council(ready.text.pk, by=council.chair, seen=ready.seen, key=factories.key())
    return ready


def opposed(council: Council) -> Scene:
    """The text is before the council, and XBB objects to it."""
    ready = before_council(council)
    actions.object_to_adoption(ready.text.pk, by=council.delegate("XBB"), key=factories.key())
    return ready


def adopted(council: Council) -> Scene:
    """The text is adopted."""
    ready = before_council(council)
    decisions.adopt_text(ready.text.pk, by=council.chair, seen=ready.seen, key=factories.key())
    return ready


# Acts.


def _propose(stage: str) -> Callable[[Scene, Subject, UUID], Any]:
    def call(at: Scene, by: Subject, key: UUID) -> Proposal:
        return actions.propose(
            at.text.pk, by=by, block=at.block, wording="1. Agree to meet at need;", stage=stage, seen=at.seen, key=key
        )

    return call


def _submit(at: Scene, by: Subject, key: UUID) -> Version:
    document = factories.DOCUMENT.replace("every meeting", "each meeting")
    return actions.submit_version(at.text.pk, by=by, document=document, seen=at.seen, key=key)


def _on(verb: Callable[..., Any], **fixed: Any) -> Callable[[Scene, Subject, UUID], Any]:
    """Return the call of an act on what the scene names; ``fixed`` are its other arguments, some of them names."""

    def call(at: Scene, by: Subject, key: UUID) -> Any:
        named = {"block": at.block, "choice": at.choice, "closing": at.closing, "seen": at.seen}
        asked_for = {name: named[name] if value is ... else value for name, value in fixed.items()}
        return verb(at.text.pk, by=by, key=key, **asked_for)

    return call


def _on_proposal(verb: Callable[..., Any]) -> Callable[[Scene, Subject, UUID], Any]:
    return lambda at, by, key: verb(at.proposal, by=by, key=key)


TABLING = ("XAA", "XBB")
SPEAKING = ("XAA", "XBB", "expert of XAA")
NOT_XAA = ("chair", "secretariat", "XBB", "partner")

ROWS = (
    Row("propose", plain, _propose("tabled"), TABLING, "proposed"),
    Row("propose in private", plain, _propose("private"), SPEAKING, "drafted", versions=0),
    Row("propose to the chair", plain, _propose("chair"), SPEAKING, "drafted", versions=0),
    Row(
        "insert",
        plain,
        _on(actions.insert, after="", wording="A new beginning,", stage="tabled", seen=...),
        TABLING,
        "proposed",
    ),
    Row("delete", plain, _on(actions.delete, block=..., stage="tabled", seen=...), TABLING, "proposed"),
    Row(
        "bracket",
        plain,
        _on(actions.bracket, block=..., words="once a year", stage="tabled", seen=...),
        TABLING,
        "proposed",
    ),
    Row(
        "show to the chair",
        drafted,
        _on_proposal(actions.show_to_chair),
        ("XAA", "expert of XAA"),
        "showed to the chair",
        0,
        unseen=NOT_XAA,
    ),
    Row("table", drafted, _on_proposal(actions.table), ("XAA",), "proposed", unseen=NOT_XAA),
    Row(
        "table from the chair", with_chair, _on_proposal(actions.table), ("XAA",), "proposed", unseen=("XBB", "partner")
    ),
    Row("drop", drafted, _on_proposal(actions.drop), ("XAA", "expert of XAA"), "dropped", 0, unseen=NOT_XAA),
    Row(
        "drop from the chair",
        with_chair,
        _on_proposal(actions.drop),
        ("XAA", "expert of XAA"),
        "dropped",
        0,
        unseen=("XBB", "partner"),
    ),
    Row("submit a version", plain, _submit, TABLING, "submitted"),
    Row(
        "support",
        disputed,
        _on(actions.support, choice=..., alternative=1, seen=...),
        ("XBB",),
        "supported",
        idle=("XAA",),
    ),
    Row("retain", disputed, _on(actions.retain, choice=..., seen=...), ("XBB", "XAA"), "retained"),
    Row("reject", disputed, _on(actions.reject, choice=..., alternative=1, seen=...), ("XBB", "XAA"), "cannot accept"),
    Row("withdraw", contested, _on(actions.withdraw, choice=..., seen=...), TABLING, "withdrew"),
    Row(
        "reserve", plain, _on(actions.reserve, block=..., wording="no instructions yet", seen=...), TABLING, "reserved"
    ),
    Row("note", plain, _on(actions.note, block=..., wording="see the annex", seen=...), TABLING, "noted"),
    Row("lift", reserved, _on(actions.lift, block=..., seen=...), ("XAA",), "lifted", idle=("XBB",)),
    Row(
        "propose to close",
        contested,
        _on(actions.propose_closing, choice=..., alternative=1, seen=...),
        ("chair",),
        "proposed to close",
    ),
    Row("ask", proposed, _on(actions.ask, closing=...), ("chair",), "asked"),
    Row("drop the closing", asked, _on(actions.drop_closing, closing=...), ("chair",), "took back the closing"),
    Row("object", proposed, _on(actions.object_to, closing=...), ("XBB", "XAA", "expert of XAA"), "objected"),
    Row(
        "withdraw the objection",
        objected,
        _on(actions.withdraw_objection, closing=...),
        ("XBB",),
        "withdrew the objection",
        idle=("XAA",),
    ),
    Row("close", asked, _on(actions.close, closing=...), ("chair",), "closed"),
    Row(
        "write a compromise",
        contested,
        _on(actions.write_compromise, choice=..., wording="every year", seen=...),
        ("chair",),
        "wrote a compromise",
    ),
    Row(
        "agree", plain, _on(actions.agree, block=..., forum="plenary", pending=("XAA",), seen=...), ("chair",), "agreed"
    ),
    Row("agree all that is clear", disputed, _on(actions.agree_clear, forum="plenary", seen=...), ("chair",), "agreed"),
    Row("confirm", agreed, _on(actions.confirm, block=..., seen=...), ("XAA",), "confirmed", idle=("XBB",)),
    Row("reopen", agreed, _on(actions.reopen, block=..., seen=..., request="XBB"), ("chair",), "reopened"),
    Row(
        "call the roll",
        plain,
        _on(actions.call_roll, present=("XAA", "XBB")),
        ("secretariat", "chair"),
        "took the roll",
    ),
    Row("issue a revision", plain, _on(actions.issue_revision, label="Rev.1"), ("secretariat",), "issued"),
    Row("put to the council", plain, _on(actions.put_to_council, seen=...), ("chair",), "put to the council"),
    Row("take back", opposed, _on(actions.take_back), ("chair",), "took back"),
    Row(
        "object to adoption",
        before_council,
        _on(actions.object_to_adoption),
        ("XBB", "XAA", "expert of XAA"),
        "objected to adoption",
    ),
    Row(
        "withdraw the objection to adoption",
        opposed,
        _on(actions.withdraw_objection_to_adoption),
        ("XBB",),
        "withdrew the objection to adoption",
        idle=("XAA",),
    ),
    Row("adopt", before_council, _on(decisions.adopt_text, seen=...), ("chair",), "adopted"),
    Row("begin a language version", plain, begin_kazakh, ("secretariat",), "began a language version"),
    Row("change a language version", in_russian, change_language, ("secretariat",), "changed a language version"),
    Row("drop a language version", in_russian, drop_language, ("secretariat",), "dropped a language version"),
    Row(
        "translate a file",
        in_russian,
        translate_all,
        ("secretariat", "XAA", "XBB", "expert of XAA"),
        "translated a file",
    ),
    Row("translate", in_russian, translate, ("secretariat", "XAA", "XBB", "expert of XAA"), "translated"),
    Row("check a translation", translated, check, ("XAA", "XBB", "expert of XAA"), "checked a translation"),
)


def body(scene: Scene) -> engine.Text:
    """Return the text of a scene as it is stored now."""
    return factories.now(scene.text).body
