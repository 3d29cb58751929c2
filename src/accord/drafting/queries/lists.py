"""Texts in lists."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Subject
from accord.drafting.models import Text, Version
from accord.drafting.pages import TextRow
from accord.drafting.queries.rows import visible_texts
from accord.engine import text as engine


def text_list(by: Subject) -> tuple[TextRow, ...]:
    """Return all texts that ``by`` can see, the newest first."""
    return _rows(list(visible_texts(by).select_related("audience")))


def texts_of(by: Subject, meeting_id: str) -> tuple[TextRow, ...]:
    """Return the texts before one meeting that ``by`` can see."""
    return _rows(list(visible_texts(by).filter(meeting=meeting_id).select_related("audience")))


def _rows(texts: list[Text]) -> tuple[TextRow, ...]:
    current = {(text.pk, text.number) for text in texts}
    found = Version.objects.filter(text__in=texts, number__in={number for _pk, number in current})
    bodies = {each.text_id: each.body for each in found if (each.text_id, each.number) in current}
    return tuple(_row(text, bodies[text.pk]) for text in texts)


def _row(text: Text, body: engine.Text) -> TextRow:
    return TextRow(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        state=text.state,
        sentence=sentence_of(text.state, body),
        narrow=is_narrow(text),
    )


def is_narrow(text: Text) -> bool:
    """Whether fewer than the whole council are admitted to the text."""
    return text.audience.name.startswith("narrow")


def sentence_of(state: str, body: engine.Text) -> str:
    """Return in one sentence how far a text has come."""
    if state == Text.State.ADOPTED:
        return _("Adopted and sealed.")
    measures = engine.measures(body)
    agreed = ngettext(
        "%(agreed)d of %(count)d paragraph agreed ad referendum",
        "%(agreed)d of %(count)d paragraphs agreed ad referendum",
        measures.blocks,
    ) % {"agreed": measures.agreed, "count": measures.blocks}
    if state == Text.State.COUNCIL:
        return _("%s; before the council.") % agreed
    if not measures.choices:
        return _("%s, nothing open.") % agreed
    open_choices = ngettext("%d choice open", "%d choices open", measures.choices) % measures.choices
    return f"{agreed}, {open_choices}."
