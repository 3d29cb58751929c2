"""Texts in lists."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Subject
from accord.drafting.models import Adoption, Text, Version
from accord.drafting.pages import TextRow
from accord.drafting.queries.rows import visible_texts
from accord.engine import text as engine
from accord.record.models import Entry

MOVES = {"put to the council": str(Text.State.COUNCIL), "took back": str(Text.State.OPEN)}
"""Acts of the record that put a text in another state, and in which; an adoption says so itself."""


def text_list(by: Subject, until: datetime | None = None) -> tuple[TextRow, ...]:
    """
    Return all texts that ``by`` can see, the newest first.

    Args:
        until: as they stood at this instant, without those begun later; None for now.
    """
    texts = list(visible_texts(by).select_related("audience"))
    return _rows(texts) if until is None else _stood([text for text in texts if text.begun <= until], until)


def texts_of(by: Subject, meeting_id: str) -> tuple[TextRow, ...]:
    """Return the texts before one meeting that ``by`` can see."""
    return _rows(list(visible_texts(by).filter(meeting=meeting_id).select_related("audience")))


def _rows(texts: list[Text]) -> tuple[TextRow, ...]:
    bodies = _bodies({text.pk: text.number for text in texts})
    return tuple(_row(text, text.state, bodies[text.pk]) for text in texts)


def _stood(texts: list[Text], until: datetime) -> tuple[TextRow, ...]:
    """Return texts as they stood at an instant."""
    made = Version.objects.filter(text__in=texts, at__lte=until).order_by()
    bodies = _bodies(dict(made.values_list("text").annotate(last=Max("number"))))
    states = _states(texts, until)
    return tuple(_row(text, states[text.pk], bodies[text.pk]) for text in texts if text.pk in bodies)


def _states(texts: list[Text], until: datetime) -> dict[str, str]:
    """Return by the record in which state each text was: no act before means that it was under negotiation."""
    streams = {text.stream: text.pk for text in texts}
    acts = Entry.objects.filter(stream__in=streams, verb__in=MOVES, at__lte=until).order_by("at", "number")
    found = dict.fromkeys(streams.values(), str(Text.State.OPEN))
    for stream, verb in acts.values_list("stream", "verb"):
        found[streams[stream]] = MOVES[verb]
    adopted = Adoption.objects.filter(text__in=texts, at__lte=until).values_list("text", flat=True)
    return found | dict.fromkeys(adopted, str(Text.State.ADOPTED))


def _bodies(numbers: dict[str, int]) -> dict[str, engine.Text]:
    """Return the bodies of texts (by id) in the versions with these numbers."""
    found = Version.objects.filter(text__in=numbers, number__in=set(numbers.values()))
    return {each.text_id: each.body for each in found if numbers[each.text_id] == each.number}


def _row(text: Text, state: str, body: engine.Text) -> TextRow:
    return TextRow(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        state=state,
        sentence=sentence_of(state, body),
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
