"""Language versions: beginning, changing and dropping one, entering wordings, and that a language group has checked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.drafting.access import may_check, may_enter_language, may_translate
from accord.drafting.actions.checks import codes_of
from accord.drafting.actions.steps import Step, step, version_by_id
from accord.drafting.errors import Stale
from accord.drafting.languages import require_brackets, source_hash
from accord.drafting.models import LanguageCheck, LanguageVersion, Translation, Version
from accord.drafting.proposing import name_of
from accord.drafting.queries.languages import Standing, language_row, standings
from accord.engine import text as engine
from accord.engine.text.naming import NameRefused
from accord.members.tongues import language_name, tag_of
from accord.record import acts as record


def _language_by_id(pk: str) -> LanguageVersion:
    return LanguageVersion.objects.get(pk=pk)


def _translation_by_id(pk: str) -> Translation:
    return Translation.objects.get(pk=pk)


def _check_by_id(pk: str) -> LanguageCheck:
    return LanguageCheck.objects.get(pk=pk)


@dataclass(frozen=True, slots=True)
class Worded:
    """
    The wording of one paragraph in a language.

    Attributes:
        wording: in notation. source: hash of the paragraph that the person translated.
    """

    block: str
    wording: str
    source: str


@record.action(answers=_language_by_id)
def enter_language(
    text_id: str,
    *,
    by: Subject,
    tag: str,
    key: UUID,
    authentic: bool = False,
    source: str = "",
    group: Collection[str] = (),
) -> LanguageVersion:
    """
    Begin a language version of a text.

    Args:
        source: tag of the version that it is made from; "" is the negotiated text.
        group: codes of the delegations that check it.

    Raises:
        engine.TextError: no language tag, or the text has this version; NotVisible; Refused.
    """
    with step("began a language version", text_id, by=by, seen=None, key=key) as at:
        require(may_enter_language(by, at.text))
        wanted = tag_of(tag)
        if LanguageVersion.objects.filter(text=at.text, tag=wanted).exists():
            raise NameRefused(_("The text has this language version already."))
        if source:
            language_row(at.text, source)
        made = LanguageVersion.objects.create(
            text=at.text,
            tag=wanted,
            source=source,
            authentic=authentic,
            group=list(codes_of(at.body, group)),
            at=at.act.at,
        )
        at.save(at.body, answer=made.pk, language=wanted, name=language_name(wanted), authentic=authentic)
        return made


@record.action(answers=_language_by_id)
def change_language(
    text_id: str, *, by: Subject, tag: str, key: UUID, authentic: bool = False, group: Collection[str] = ()
) -> LanguageVersion:
    """
    Say anew whether a language version is authentic, and who checks it.

    Raises:
        engine.NothingToDo: it is so already; NotVisible; Refused.
    """
    with step("changed a language version", text_id, by=by, seen=None, key=key) as at:
        language = language_row(at.text, tag)
        require(may_enter_language(by, at.text))
        wanted = (authentic, list(codes_of(at.body, group)))
        if wanted == (language.authentic, language.group):
            raise engine.NothingToDo(_("The language version is so already."))
        language.authentic, language.group = wanted
        language.save(update_fields=["authentic", "group"])
        named = {"language": tag, "name": language_name(tag), "group": language.group}
        at.save(at.body, answer=language.pk, authentic=authentic, **named)
        return language


@record.action(answers=version_by_id)
def drop_language(text_id: str, *, by: Subject, tag: str, key: UUID) -> Version:
    """
    Drop a language version that was begun by mistake: no wording was entered in it, and no version is made from it.

    Raises:
        engine.NothingToDo: it has wordings, or another version is made from it; NotVisible; Refused.
    """
    with step("dropped a language version", text_id, by=by, seen=None, key=key) as at:
        language = language_row(at.text, tag)
        require(may_enter_language(by, at.text))
        if language.translations.exists():
            raise engine.NothingToDo(_("It has wordings, which stay. Say that it is not authentic instead."))
        if LanguageVersion.objects.filter(text=at.text, source=tag).exists():
            raise engine.NothingToDo(_("Another language version is made from it."))
        language.delete()
        return at.save(at.body, language=tag, name=language_name(tag))


@record.action(answers=_translation_by_id)
def translate(
    text_id: str, *, by: Subject, tag: str, block: str, wording: str, source: str, key: UUID
) -> Translation:
    """
    Enter the wording of a paragraph in a language; the same wording again says that it still holds.

    Args:
        wording: in notation, with the choices of the paragraph.
        source: hash of the paragraph that the person translated (accord.drafting.languages.source_hash).

    Raises:
        Stale: that paragraph has changed meanwhile; BracketsDiffer; engine.TextError: the wording cannot be used;
        NotVisible; Refused.
    """
    with step("translated", text_id, by=by, seen=None, key=key) as at:
        language = language_row(at.text, tag)
        require(may_translate(by, at.text, language))
        made = _entered(at, language, Worded(block, wording, source), by)
        at.save(at.body, answer=made.pk, block=block, language=tag, name=language_name(tag), wording=made.wording)
        return made


@record.action(answers=_language_by_id)
def translate_all(text_id: str, *, by: Subject, tag: str, wordings: Sequence[Worded], key: UUID) -> LanguageVersion:
    """
    Enter the wordings of many paragraphs, as a translated file has them: all of them, or none.

    Raises:
        engine.NothingToDo: there are none; else as :func:`translate`, for the first that cannot be entered.
    """
    with step("translated a file", text_id, by=by, seen=None, key=key) as at:
        language = language_row(at.text, tag)
        require(may_translate(by, at.text, language))
        if not wordings:
            raise engine.NothingToDo(_("No paragraph is ticked, so there is nothing to enter."))
        made = [_entered(at, language, each, by) for each in wordings]
        named = {"blocks": [each.block for each in made], "name": language_name(tag), "count": len(made)}
        at.save(at.body, answer=language.pk, language=tag, **named)
        return language


def _entered(at: Step, language: LanguageVersion, given: Worded, by: Subject) -> Translation:
    """Store the next wording of a paragraph, where the paragraph is still the one that it was made from."""
    standing = _standing_of(at, language.tag, given.block)
    if standing.source is None or source_hash(standing.source) != given.source:
        raise Stale(_("%s has changed since you opened it.") % name_of(at.body, given.block))
    require_brackets(given.wording, standing.source, at.body.delegations)
    last = Translation.objects.filter(language=language, block=given.block).order_by("-number").first()
    return Translation.objects.create(
        language=language,
        block=given.block,
        number=(last.number if last else 0) + 1,
        wording=given.wording.strip(),
        source_hash=given.source,
        person=by.person_id,
        actor=by.name,
        at=at.act.at,
    )


@record.action(answers=_check_by_id)
def check_translation(text_id: str, *, by: Subject, tag: str, block: str, translation: str, key: UUID) -> LanguageCheck:
    """
    Say for the language group that a wording says what its source says.

    Raises:
        Stale: another wording stands there now, or it is out of step; engine.NothingToDo: it is checked; NotVisible;
        Refused: not of the language group, or the person entered it.
    """
    with step("checked a translation", text_id, by=by, seen=None, key=key) as at:
        language = language_row(at.text, tag)
        standing = _standing_of(at, tag, block)
        row = standing.row
        require(may_check(by, at.text, language, row))
        if row is None or row.pk != translation or standing.state != "step":
            raise Stale(_("The wording that you checked is out of step, or another one stands there now."))
        if standing.check is not None:
            raise engine.NothingToDo(_("This wording is checked already."))
        made = LanguageCheck.objects.create(
            translation=row, source_hash=row.source_hash, code=by.delegation, actor=by.name, at=at.act.at
        )
        at.save(at.body, answer=made.pk, block=block, language=tag, name=language_name(tag))
        return made


def _standing_of(at: Step, tag: str, block: str) -> Standing:
    found = next((each for each in standings(at.text, at.body).get(tag, ()) if each.block == block), None)
    if found is None:
        raise NotVisible if not block else engine.UnknownBlock(_("This paragraph is no longer in the text."))
    return found
