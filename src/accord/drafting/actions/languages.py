"""Language versions: beginning one, entering the wording of a paragraph, and that a language group has checked it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.drafting.access import may_check, may_enter_language, may_translate
from accord.drafting.actions.checks import codes_of
from accord.drafting.actions.steps import Step, step
from accord.drafting.errors import Stale
from accord.drafting.languages import BracketsDiffer, inlines_of, same_nesting, source_hash, tag_of
from accord.drafting.models import LanguageCheck, LanguageVersion, Translation
from accord.drafting.proposing import name_of
from accord.drafting.queries.languages import Standing, language_name, language_row, standings
from accord.engine import text as engine
from accord.engine.text.naming import NameRefused
from accord.record import acts as record


def _language_by_id(pk: str) -> LanguageVersion:
    return LanguageVersion.objects.get(pk=pk)


def _translation_by_id(pk: str) -> Translation:
    return Translation.objects.get(pk=pk)


def _check_by_id(pk: str) -> LanguageCheck:
    return LanguageCheck.objects.get(pk=pk)


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
        standing = _standing_of(at, tag, block)
        if standing.source is None or source_hash(standing.source) != source:
            raise Stale(_("%s has changed since you opened it.") % name_of(at.body, block))
        if not same_nesting(inlines_of(wording, at.body.delegations), standing.source):
            raise BracketsDiffer(
                _("The brackets are not those of the paragraph. Write as many, nested alike: %s")
                % engine.render_inlines(standing.source)
            )
        last = Translation.objects.filter(language=language, block=block).order_by("-number").first()
        made = Translation.objects.create(
            language=language,
            block=block,
            number=(last.number if last else 0) + 1,
            wording=wording.strip(),
            source_hash=source,
            person=by.person_id,
            actor=by.name,
            at=at.act.at,
        )
        at.save(at.body, answer=made.pk, block=block, language=tag, name=language_name(tag), wording=made.wording)
        return made


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
