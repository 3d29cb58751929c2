"""Texts under negotiation by paragraph, with every wording on the table and no holder; drafts; translations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from accord.access import Subject
from accord.decisions.models import Question
from accord.drafting.languages import inlines_of
from accord.drafting.models import Proposal, Text, Translation
from accord.drafting.queries.rows import current, visible_proposals, visible_texts
from accord.engine import text as engine
from accord.search.values import Found, Source

_SPACES = regex.compile(" {2,}")
OPEN = (Proposal.Stage.PRIVATE, Proposal.Stage.CHAIR)


def _scopes(organisation_id: str) -> Iterator[str]:
    for pk in Text.objects.filter(organisation=organisation_id).values_list("pk", flat=True):
        yield f"text:{pk}"


def _touched(_organisation_id: str, stream: str) -> Iterator[str]:
    """Yield the text of a stream of its own, or the one that a question is about."""
    first, key = stream.split(":")[:2]
    about = Question.objects.filter(pk=key).values_list("about", flat=True).first() if first == "question" else key
    if about:
        yield f"text:{about}"


def _passages(organisation_id: str, scope: str) -> Iterator[Found]:
    rows = Text.objects.filter(pk=scope.partition(":")[2], organisation=organisation_id)
    text = rows.exclude(state=Text.State.ADOPTED).first()
    if text is None:
        return
    body = current(text).body
    yield _of(text, body, _title(text), named=True)
    for block, label in zip(body.blocks, engine.labels(body), strict=True):
        also = engine.project_block(block, None) if any(True for _ in engine.choices_in(block)) else ""
        yield _of(text, body, _title(text), words=shown(block.inlines), also=also, anchor=block.id, label=label)
    yield from _drafts(text, body)
    yield from _translations(text, body)


def _drafts(text: Text, body: engine.Text) -> Iterator[Found]:
    for row in Proposal.objects.filter(text=text, stage__in=OPEN).exclude(wording="").order_by("at", "id"):
        place = {"place": "draft", "thing": row.pk, "audience": row.audience_id, "beside": text.audience_id}
        yield _of(text, body, _title(text), words=row.wording, anchor=row.block, label="draft", **place)


def _translations(text: Text, body: engine.Text) -> Iterator[Found]:
    rows = Translation.objects.filter(language__text=text).select_related("language").order_by("number", "id")
    latest = {(row.language.tag, row.block): row for row in rows}
    for (tag, block), row in sorted(latest.items()):
        words = shown(inlines_of(row.wording, body.delegations))
        place = {"place": "translation", "language": tag, "extra": f"tag={tag}", "anchor": block}
        yield _of(text, body, _title(text), words=words, label="translation", **place)


def _of(text: Text, body: engine.Text, title: str, **more: object) -> Found:
    known = {"place": "text", "thing": text.pk, "audience": text.audience_id, "language": body.language or ""}
    return Found(kind="texts", title=title, key=text.pk, day=text.begun.date(), **{**known, **more})  # type: ignore[arg-type]


def _title(text: Text) -> str:
    return f"{text.symbol} {text.title}".strip()


def shown(inlines: Sequence[engine.Inline]) -> str:
    """Return wording with every alternative in its place and no holder: nobody is found by what it holds."""
    joined = "".join(item if isinstance(item, str) else _choice(item) for item in inlines)
    return _SPACES.sub(" ", joined).strip("\0 \n")


def _choice(choice: engine.Choice) -> str:
    wordings = [words for each in choice.alternatives if (words := shown(each.inlines))]
    return f" [{' | '.join(wordings)}] " if wordings else ""


def _texts(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_texts(by).filter(pk__in=things).values_list("pk", flat=True)


def _own_drafts(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_proposals(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("text", "question"),
    prefixes=("text",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"text": _texts, "translation": _texts, "draft": _own_drafts},
)
