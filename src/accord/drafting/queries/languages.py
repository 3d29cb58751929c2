"""The language versions of a text: each paragraph beside its source, what is stale or doubtful, who has checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Allow, NotVisible, Subject
from accord.drafting import access
from accord.drafting.languages import Inlines, held_as, inlines_of, same_nesting, source_hash
from accord.drafting.models import LanguageCheck, LanguageVersion, Text, Translation
from accord.drafting.pages.languages import LanguageLine, LanguagePage, LanguageRow, Piece
from accord.drafting.queries.doubting import reason_of
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row
from accord.engine import text as engine
from accord.engine.text.concordance import Pair, Place, compare_languages, language_of
from accord.engine.text.concordance.reading import reading_of
from accord.formats.lexicons import lexicon
from accord.members.tongues import language_name


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A paragraph in a language as it stands.

    Attributes:
        source: the paragraph that it is made from, today; None where that is missing itself.
        state: "step" | "stale" | "missing". row, inlines, check: the latest wording and its check that still stands.
    """

    block: str
    source: Inlines | None
    state: str
    row: Translation | None
    inlines: Inlines
    check: LanguageCheck | None


def language_row(text: Text, tag: str) -> LanguageVersion:
    """Return a language version of a text that was found through ``text_row``. Raises NotVisible."""
    found = LanguageVersion.objects.filter(text=text, tag=tag).first()
    if found is None:
        raise NotVisible
    return found


def standings(text: Text, body: engine.Text) -> dict[str, tuple[Standing, ...]]:
    """Return for each language version, by its tag, how each paragraph of ``body`` stands."""
    rows = list(LanguageVersion.objects.filter(text=text))
    latest = {(row.language_id, row.block): row for row in Translation.objects.filter(language__text=text)}
    found = LanguageCheck.objects.filter(translation__language__text=text)
    checks = {(check.translation_id, check.source_hash): check for check in found}
    return standings_of(rows, latest, checks, body)


def standings_of(
    rows: Sequence[LanguageVersion],
    latest: Mapping[tuple[str, str], Translation],
    checks: Mapping[tuple[str, str], LanguageCheck],
    body: engine.Text,
) -> dict[str, tuple[Standing, ...]]:
    """
    Return the same from rows that were read before.

    Args:
        rows: the language versions of one text. latest: the latest wording by language version and paragraph.
        checks: by wording and the hash of its source.
    """
    out: dict[str, tuple[Standing, ...]] = {}
    waiting = list(rows)
    while waiting:
        ready = [row for row in waiting if not row.source or row.source in out]
        for row in ready:
            known = {each.block: each for each in out.get(row.source, ())}
            out[row.tag] = tuple(_standing(block, row, known, latest, checks, body) for block in body.blocks)
        waiting = [row for row in waiting if row not in ready] if ready else []
    return {row.tag: out[row.tag] for row in rows if row.tag in out}


def _standing(  # noqa: PLR0917
    block: engine.Block,
    language: LanguageVersion,
    known: Mapping[str, Standing],
    latest: Mapping[tuple[str, str], Translation],
    checks: Mapping[tuple[str, str], LanguageCheck],
    body: engine.Text,
) -> Standing:
    from_other = known.get(block.id)
    source = (from_other.inlines or None) if from_other else block.inlines
    row = latest.get((language.pk, block.id))
    if row is None:
        return Standing(block.id, source, "missing", None, (), None)
    inlines = inlines_of(row.wording, body.delegations)
    if same_nesting(inlines, block.inlines):
        inlines = held_as(inlines, block.inlines)
    now = source_hash(source) if source else ""
    in_step = now == row.source_hash and (from_other is None or from_other.state == "step")
    check = checks.get((row.pk, now)) if in_step else None
    return Standing(block.id, source, "step" if in_step else "stale", row, inlines, check)


def _called(block: engine.Block, label: str) -> str:
    return label or (_("the heading") if engine.is_heading(block) else _("the opening line"))


def hindrance_of_languages(text: Text, body: engine.Text) -> str:
    """Return "" where every authentic version is in step, else which is not and where, as a sentence."""
    authentic = set(LanguageVersion.objects.filter(text=text, authentic=True).values_list("tag", flat=True))
    labels = {block.id: _called(block, label) for block, label in zip(body.blocks, engine.labels(body), strict=True)}
    sentences = []
    for tag, found in standings(text, body).items() if authentic else ():
        out = [labels[each.block] for each in found if each.state != "step"]
        if tag in authentic and out:
            named = ", ".join(out[:5]) + (" …" if len(out) > 5 else "")
            sentences.append(_("%(language)s is authentic and out of step: %(places)s.") % {
                "language": language_name(tag), "places": named,
            })
    return " ".join(sentences)


def unchecked_languages(text: Text, body: engine.Text) -> tuple[str, ...]:
    """Return for each authentic version that is in step, and not checked as a whole, a sentence that says so."""
    authentic = set(LanguageVersion.objects.filter(text=text, authentic=True).values_list("tag", flat=True))
    return tuple(
        f"{language_name(tag)}: {_sentence(found)}."
        for tag, found in (standings(text, body).items() if authentic else ())
        if tag in authentic and all(each.state == "step" for each in found) and not all(each.check for each in found)
    )


def sealed_languages(text: Text, body: engine.Text) -> list[dict[str, object]]:
    """Return the versions that are wholly in step, as the adoption of ``body`` seals them; no choice is open there."""
    authentic = dict(LanguageVersion.objects.filter(text=text).values_list("tag", "authentic"))
    return [
        {
            "tag": tag,
            "authentic": authentic[tag],
            "paragraphs": [reading_of(each.inlines).shown.strip() for each in found],
        }
        for tag, found in standings(text, body).items()
        if found and all(each.state == "step" for each in found)
    ]


def language_lines(text: Text, body: engine.Text) -> tuple[LanguageLine, ...]:
    """Return one line for each language version: how much of it is out of step, and unchecked."""
    authentic = dict(LanguageVersion.objects.filter(text=text).values_list("tag", "authentic"))
    return tuple(
        LanguageLine(tag, language_name(tag), authentic[tag], _sentence(found))
        for tag, found in standings(text, body).items()
    )


def _sentence(found: tuple[Standing, ...]) -> str:
    out = sum(each.state != "step" for each in found)
    unchecked = sum(each.state == "step" and each.check is None for each in found)
    if out:
        words = ngettext(
            "%(out)d of %(all)d paragraph out of step", "%(out)d of %(all)d paragraphs out of step", len(found)
        )
        return words % {"out": out, "all": len(found)}
    if unchecked:
        words = ngettext("in step, %d paragraph not checked", "in step, %d paragraphs not checked", unchecked)
        return words % unchecked
    return _("in step and checked")


def languages_page(by: Subject, text_id: str, tag: str = "") -> LanguagePage:
    """
    Return one language version beside its source; the first where none is named.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or it has no such version.
    """
    text = text_row(by, text_id)
    version = current(text)
    body = version.body
    lens = lens_of(by, text, body)
    found = standings(text, body)
    if tag and tag not in found:
        raise NotVisible
    tag = tag or next(iter(found), "")
    language = language_row(text, tag) if tag else None
    own = body.language or language_of(engine.project(body, None))
    enters = isinstance(access.may_translate(by, text, language), Allow) if language else False
    labels = dict(zip((block.id for block in body.blocks), engine.labels(body), strict=True))
    rows = tuple(
        _row(each, labels[each.block], language, own, body, lens.shows_holders, by, text) for each in found.get(tag, ())
    ) if language else ()
    return LanguagePage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        number=version.number,
        tag=tag,
        name=language_name(tag) if tag else "",
        source_tag=(language.source or own) if language else "",
        source_name=language_name(language.source) if language and language.source else _("The negotiated text"),
        authentic=bool(language and language.authentic),
        group=tuple(language.group) if language else (),
        lines=language_lines(text, body),
        rows=rows,
        may_enter=isinstance(access.may_enter_language(by, text), Allow),
        may_translate=enters,
        roster=lens.holders(body.delegations) if lens.shows_holders else (),
    )


def _row(  # noqa: PLR0917
    each: Standing,
    label: str,
    language: LanguageVersion,
    own: str,
    body: engine.Text,
    holders: bool,
    by: Subject,
    text: Text,
) -> LanguageRow:
    tags = (language.source or own, language.tag)
    codes = body.delegations if holders else ()
    known = (lexicon(tags[0]), lexicon(tags[1]))
    pair = compare_languages(each.source or (), each.inlines, known, codes=codes, holders=holders)
    pair = pair if each.inlines and each.source else replace(pair, doubts=())
    checks = access.may_check(by, text, language, each.row) if each.row else None
    return LanguageRow(
        block=each.block,
        label=label or _("Heading"),
        state=each.state,
        source=pieces(pair, source=True),
        other=pieces(pair, source=False),
        typed=each.row.wording if each.row else "",
        source_hash=source_hash(each.source) if each.source else "",
        translation=each.row.pk if each.row else "",
        entered=(each.row.actor, each.row.at) if each.row and holders else None,
        checked=(each.check.code or each.check.actor, each.check.at) if each.check and holders else None,
        is_checked=each.check is not None,
        may_check=isinstance(checks, Allow) and each.state == "step" and each.check is None,
        doubts=tuple(map(reason_of, pair.doubts)),
    )


def pieces(pair: Pair, *, source: bool) -> tuple[Piece, ...]:
    """Return a wording in pieces, those in doubt marked."""
    shown = pair.source if source else pair.other
    places: list[Place] = [doubt.source if source else doubt.other for doubt in pair.doubts]
    marked = {at for place in places for at in range(place.start, place.end)}
    out: list[Piece] = []
    for at, char in enumerate(shown):
        if out and out[-1].marked == (at in marked):
            out[-1] = Piece(out[-1].words + char, out[-1].marked)
        else:
            out.append(Piece(char, at in marked))
    return tuple(out)
