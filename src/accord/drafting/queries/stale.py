"""Language versions that are behind their text, for whoever brings them into step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Role, Subject
from accord.drafting.models import LanguageVersion, Text, Translation, Version
from accord.drafting.pages.awaiting import Item
from accord.drafting.queries.languages import standings_of
from accord.drafting.queries.rows import visible_texts
from accord.members.tongues import language_name


def translations_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the versions that the secretariat, or the delegation that a version names, has to bring into step."""
    if by.role not in (Role.SECRETARIAT, Role.DELEGATE):
        return ()
    own = visible_texts(by).filter(organisation=by.organisation_id).exclude(state=Text.State.ADOPTED)
    texts = {text.pk: text for text in own}
    versions: dict[str, list[LanguageVersion]] = {}
    for row in LanguageVersion.objects.filter(text__in=texts):
        versions.setdefault(row.text_id, []).append(row)
    if not versions:
        return ()
    return tuple(
        _item(texts[text], row, behind)
        for text, found in _behind(versions).items()
        for row in _of(by, versions[text])
        if (behind := found.get(row.tag, 0))
    )


def _behind(versions: Mapping[str, Sequence[LanguageVersion]]) -> dict[str, dict[str, int]]:
    """Return for each text how many paragraphs of each language are behind, in two queries."""
    bodies = Version.objects.filter(text__in=versions, number=F("text__number"))
    rows = Translation.objects.filter(language__text__in=versions)
    latest = {(row.language_id, row.block): row for row in rows}
    return {
        version.text_id: {
            tag: sum(each.state != "step" for each in found)
            for tag, found in standings_of(versions[version.text_id], latest, {}, version.body).items()
        }
        for version in bodies
    }


def _of(by: Subject, rows: Iterable[LanguageVersion]) -> list[LanguageVersion]:
    return [row for row in rows if by.role == Role.SECRETARIAT or by.delegation in row.group]


def _item(text: Text, row: LanguageVersion, count: int) -> Item:
    what = ngettext(
        "Bring %(count)d paragraph of “%(title)s” into step: %(language)s",
        "Bring %(count)d paragraphs of “%(title)s” into step: %(language)s",
        count,
    ) % {"count": count, "title": text.title, "language": language_name(row.tag)}
    nothing = _("the text is not adopted while this version is out of step.")
    return Item(
        text=text.pk,
        symbol=text.symbol,
        sample=text.sample,
        since=None,
        what=what,
        why=_("It is authentic.") if row.authentic else _("It is kept for readers."),
        if_nothing=nothing if row.authentic else _("the version stays behind the text."),
        place="languages",
        act=_("Open the languages"),
    )
