"""A whole translated file beside the text: which paragraph is whose, what cannot be entered, what is doubtful."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import regex
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting import access
from accord.drafting.languages import held_as, inlines_of, require_brackets, source_hash
from accord.drafting.models import LanguageVersion, Text
from accord.drafting.pages.languages import Piece, TranslatedRow, TranslatingPage
from accord.drafting.queries.doubting import reason_of
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.languages import Standing, language_row, pieces, standings
from accord.drafting.queries.rows import current, text_row
from accord.engine import text as engine
from accord.engine.text.concordance import compare_languages, language_of, pair_paragraphs
from accord.engine.text.concordance.reading import reading_of
from accord.engine.text.splitting import split
from accord.formats.lexicons import lexicon
from accord.members.tongues import language_name

_PRINTED_LABEL = regex.compile(r"^\S{1,16}\u2002")
"""How our own files print the label of a paragraph: the label, then an en space."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A file by the paragraphs of a text: wordings by block id, and its paragraphs that found no place."""

    wordings: Mapping[str, str]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """A language version that is entered: its text, and how each paragraph stands."""

    text: Text
    body: engine.Text
    language: LanguageVersion
    found: tuple[Standing, ...]
    own: str

    @property
    def tags(self) -> tuple[str, str]:
        return (self.language.source or self.own, self.language.tag)


def paired_file(by: Subject, text_id: str, tag: str, document: str) -> Paired:
    """
    Return what a translated file has for each paragraph of the text.

    Args:
        document: the file's paragraphs, parted by one blank line each.

    Raises:
        NotVisible, Refused.
    """
    ground = _ground(by, text_id, tag)
    theirs = [_PRINTED_LABEL.sub("", each.strip()) for each in split(document) if each.strip()]
    ours = [reading_of(each.source or ()).shown for each in ground.found]
    known = (lexicon(ground.tags[0]), lexicon(ground.tags[1]))
    found = pair_paragraphs(ours, theirs, known, codes=ground.body.delegations)
    pairs = zip(ground.found, found, strict=True)
    wordings = {each.block: theirs[at] for each, at in pairs if at is not None and each.source}
    placed = {at for at in found if at is not None}
    return Paired(wordings, tuple(words for at, words in enumerate(theirs) if at not in placed))


def translating_page(
    by: Subject,
    text_id: str,
    tag: str,
    given: Paired = Paired({}, ()),
    left_out: Collection[str] = (),
) -> TranslatingPage:
    """
    Return how the wordings ``given`` will stand in a language version; nothing is stored.

    Args:
        left_out: ids of paragraphs that are not ticked.

    Raises:
        NotVisible, Refused.
    """
    ground = _ground(by, text_id, tag)
    lens = lens_of(by, ground.text, ground.body)
    labels = dict(zip((block.id for block in ground.body.blocks), engine.labels(ground.body), strict=True))
    rows = tuple(
        _row(each, labels[each.block], ground, given.wordings.get(each.block, ""), lens.shows_holders, left_out)
        for each in ground.found
    )
    source = ground.language.source
    return TranslatingPage(
        id=ground.text.pk,
        title=ground.text.title,
        symbol=ground.text.symbol,
        sample=ground.text.sample,
        tag=tag,
        name=language_name(tag),
        source_tag=ground.tags[0],
        source_name=language_name(source) if source else _("The negotiated text"),
        rows=rows,
        unplaced=given.unplaced,
    )


def _ground(by: Subject, text_id: str, tag: str) -> _Ground:
    text = text_row(by, text_id)
    language = language_row(text, tag)
    require(access.may_translate(by, text, language))
    body = current(text).body
    own = body.language or language_of(engine.project(body, None))
    return _Ground(text, body, language, standings(text, body)[tag], own)


def _row(  # noqa: PLR0917
    each: Standing, label: str, ground: _Ground, wording: str, holders: bool, left_out: Collection[str]
) -> TranslatedRow:
    source = each.source or ()
    problem = _problem(wording, source, ground.body) if wording else ""
    inlines = held_as(inlines_of(wording, ground.body.delegations), source) if wording and not problem else ()
    codes = ground.body.delegations if holders else ()
    known = (lexicon(ground.tags[0]), lexicon(ground.tags[1]))
    pair = compare_languages(source, inlines, known, codes=codes, holders=holders)
    same = each.state == "step" and each.row is not None and each.row.wording == wording
    return TranslatedRow(
        block=each.block,
        label=label or _("Heading"),
        state=each.state,
        source=pieces(pair, source=True) if inlines else (Piece(reading_of(source, holders=holders).shown, False),),
        source_hash=source_hash(source) if source else "",
        wording=wording,
        other=pieces(pair, source=False) if inlines else (Piece(wording, False),) if wording else (),
        taken=bool(inlines) and not same and each.block not in left_out,
        problem=problem,
        doubts=tuple(map(reason_of, pair.doubts)) if inlines else (),
    )


def _problem(wording: str, source: tuple[engine.Inline, ...], body: engine.Text) -> str:
    try:
        require_brackets(wording, source, body.delegations)
    except engine.TextError as error:
        return str(error)
    return ""
