"""How things are called, in a page: in the reader's language where the register knows it, else marked with its own."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.members.pages import Called
from accord.members.periods import period_told
from accord.members.queries.naming import reader_language
from accord.members.scripts import Piece, language_of, pieces_of
from accord.members.tongues import language_name

register = template.Library()


@register.simple_tag(takes_context=True)
def called(context: Mapping[str, Any], name: Called | str) -> SafeString:
    """Return a name; one that is not in the reader’s language carries its own, as attribute and as a small mark."""
    language, known = getattr(name, "language", ""), in_words(context, name)
    if not language or known != str(name):
        return format_html('<span dir="auto">{}</span>', known)
    heard = _("in %(language)s") % {"language": language_name(language)}
    mark = format_html('<small class="tongue"><bdi aria-hidden="true">{}</bdi>{}</small>', language, _heard(heard))
    return format_html('<span dir="auto" lang="{}">{}</span>{}', language, name, mark)


@register.simple_tag(takes_context=True)
def original(context: Mapping[str, Any], words: object, *, marked: bool = True) -> SafeString:
    """Return words as the register has them: where they are not in the reader's language, with their own named."""
    if getattr(words, "language", ""):
        return called(context, words)  # type: ignore[arg-type]
    language = _own_language(context, words, in_words(context, str(words)))
    if not language:
        return format_html('<span dir="auto">{}</span>', told(context, words))
    if not marked:
        return format_html('<span dir="auto" lang="{}">{}</span>', language, words)
    return called(context, Called(str(words), language))


@register.simple_tag(takes_context=True)
def told(context: Mapping[str, Any], words: object) -> SafeString:
    """Return a sentence of the programme; what it quotes in another language carries that one as its attribute."""
    reader, kept_in, working = tongues(context)
    plain = html.unescape(words) if isinstance(words, SafeString) else str(words)
    pieces = pieces_of(in_words(context, plain), reader, (kept_in, working, "en", "ru"))
    return format_html_join("", "{}", ((_piece(context, piece),) for piece in pieces))


@register.simple_tag(takes_context=True)
def tongue(context: Mapping[str, Any], words: object, *, kept: bool = False) -> SafeString:
    """
    Return the attribute of an element that holds words in another language than the reader's, else nothing.

    Args:
        kept: the words stand there as they were entered, also where the reader's language has words for them.
    """
    language = _own_language(context, words, str(words) if kept else in_words(context, words))
    return format_html(' lang="{}"', language) if language else SafeString("")


def tongues(context: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the languages of the reader, of the register and of the council's work; English where none is known."""
    organisation = context.get("organisation")
    kept_in = (organisation and organisation.names_in) or "en"
    return reader_language(kept_in), kept_in, (organisation and organisation.language) or kept_in


@register.simple_tag(takes_context=True)
def in_words(context: Mapping[str, Any], words: object) -> str:
    """Return words of the register in the reader's language where that is known, else as they stand."""
    known: Mapping[str, str] = context.get("wordings") or {}
    plain = str(words)
    lower = f"{plain[:1].lower()}{plain[1:]}"
    return known.get(plain) or capfirst(known.get(lower, "")) or period_told(plain)


def _own_language(context: Mapping[str, Any], words: object, known: str) -> str:
    """
    Return the language in which words are shown as ``known``, "" where it is the reader's.

    It is the reader's where they are shown in other words than they stand, and of what the program itself says (its
    translations are lazy).
    """
    if known != str(words):
        return ""
    reader, kept_in, working = tongues(context)
    if isinstance(words, Promise):
        return language_of(known, reader, reader)
    return getattr(words, "language", "") or language_of(known, reader, kept_in, (working,))


def _piece(context: Mapping[str, Any], piece: Piece) -> SafeString | str:
    known = in_words(context, piece.words)
    if not piece.language or known != piece.words:
        return known
    return format_html('<span lang="{}">{}</span>', piece.language, piece.words)


def _heard(words: str) -> SafeString:
    return format_html('<span class="visually-hidden"> ({})</span>', words)
