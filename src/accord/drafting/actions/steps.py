"""The steps that acts on a text share: lock it, see what the person saw, store the next version with its entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.access.queries import named_audience
from accord.drafting.closing import index_of, plain
from accord.drafting.errors import Stale
from accord.drafting.models import Closing, Text, Version
from accord.drafting.proposing import base_of, name_of, own_of, touched
from accord.drafting.queries.rows import current, version_seen, visible_texts
from accord.engine import text as engine
from accord.record import acts as record

MOST_NAMED = 5
"""How many changed paragraphs a sentence names."""


def version_by_id(pk: str) -> Version:
    """Load the answer of an act that made a version."""
    return Version.objects.get(pk=pk)


@dataclass(slots=True)
class Step:
    """
    A text under its lock.

    Attributes:
        now: its current version. seen: the version that the person saw; the current one where the act names none.
        saw: whether the act names the version that the person saw.
    """

    act: record.Act
    text: Text
    now: Version
    seen: Version
    saw: bool

    @property
    def body(self) -> engine.Text:
        """The text as it is now."""
        return self.now.body

    def save(self, body: engine.Text, *, label: str = "", answer: str = "", **data: Any) -> Version:
        """
        Store ``body`` as the next version, together with the entry of this act (its answer: the version's id).

        A proposal of the chair to close on wording that is gone with this version falls with it; the entry says so.
        """
        self.text.number += 1
        version = Version.objects.create(
            text=self.text,
            number=self.text.number,
            label=label,
            fingerprint=engine.fingerprint(body),
            stored=engine.dump(body),
            at=self.act.at,
        )
        self.text.save(update_fields=["number", "state"])
        fallen = self._drop_hollow_closings(body)
        if fallen:
            data["fallen"] = fallen
        self.write(answer=answer or version.pk, made=version.fingerprint, version=version.number, **data)
        return version

    def write(self, *, answer: str, made: str = "", **data: Any) -> int:
        """Write the entry of this act in the text's own stream; return its number."""
        entry = self.act.entry(
            organisation_id=self.text.organisation_id,
            stream=self.text.stream,
            audience=named_audience(self.text.audience),
            answer=answer,
            data={"text": self.text.pk, **data},
            seen=self.seen.fingerprint if self.saw else "",
            made=made,
        )
        return entry.number

    def alternative(self, choice: str, index: int) -> int:
        """
        Return where the alternative that the person saw as ``index`` stands now.

        Raises:
            Stale: its wording is no longer among the alternatives.
            engine.UnknownChoice: the choice is closed.
        """
        engine.find(self.body, choice)
        then = engine.find(self.seen.body, choice).choice.alternatives
        if not 0 <= index < len(then):
            raise engine.UnknownChoice(_("Choice %s has no such alternative.") % choice)
        place = index_of(self.body, choice, plain(then[index]))
        if place < 0:
            raise Stale(
                _("Choice %(choice)s has changed: “%(wording)s” is no longer one of its alternatives.")
                % {"choice": choice, "wording": plain(then[index]).strip() or _("no text")}
            )
        return place

    def require_own(self, choice: str, code: str) -> None:
        """Refuse where ``code`` holds other wording at this choice than the person saw: a colleague has moved."""
        held = [
            None if index is None else plain(found.alternatives[index])
            for found in (engine.find(body, choice).choice for body in (self.seen.body, self.body))
            for index in (engine.held(found, code),)
        ]
        if held[0] != held[1]:
            raise Stale(_("Your own delegation has moved on choice %s since you opened it.") % choice)

    def require_own_ground(self, block: str, code: str) -> None:
        """Refuse where the paragraph's common wording, or what ``code`` has there, is not what the person saw."""
        if base_of(self.seen.body, block) != base_of(self.body, block):
            raise Stale(_("The common wording of this paragraph has changed since you opened it."))
        if own_of(self.seen.body, block, code) != own_of(self.body, block, code):
            raise Stale(_("Your own delegation has changed its wording here since you opened it."))

    def require_unchanged(self, *blocks: str) -> None:
        """Refuse where one of these paragraphs, or without any the text, is not what the person saw, naming each."""
        changed = [each for each in touched(self.seen.body, self.body) if not blocks or each in blocks]
        if changed:
            shown = (self.body, self.seen.body)
            raise Stale(
                *(
                    _("%s has changed since you opened it.") % name_of(_holding(shown, block), block)
                    for block in changed[:MOST_NAMED]
                ),
                *([_("So have %d more.") % (len(changed) - MOST_NAMED)] if len(changed) > MOST_NAMED else []),
            )

    def block(self, block: str) -> engine.Block:
        """Return a paragraph as it is now. Raises engine.UnknownBlock where it is gone."""
        found = next((each for each in self.body.blocks if each.id == block), None)
        if found is None:
            raise engine.UnknownBlock(_("This paragraph is no longer in the text."))
        return found

    def require_same_wording(self, block: str) -> None:
        """Refuse where the wording of this paragraph is not what the person saw; its status may have changed."""
        then = next((each.inlines for each in self.seen.body.blocks if each.id == block), None)
        if self.block(block).inlines != then:
            raise Stale(_("%s has changed since you opened it.") % name_of(self.body, block))

    def _drop_hollow_closings(self, body: engine.Text) -> list[str]:
        rows = Closing.objects.filter(text=self.text, state__in=Closing.OPEN)
        hollow = [row for row in rows if index_of(body, row.choice, row.wording) < 0]
        Closing.objects.filter(pk__in=[row.pk for row in hollow]).update(state=Closing.State.DROPPED)
        return [row.choice for row in hollow]


@contextmanager
def step(verb: str, text_id: str, *, by: Subject, seen: str | None, key: UUID) -> Iterator[Step]:
    """
    Open an act on a text: its row locked, its current version and the one that the person saw at hand.

    Args:
        seen: fingerprint of the version that the person saw; None for an act that names none.
    """
    with record.act(verb, by=by, key=key) as act:
        text = act.lock(visible_texts(by).select_related("audience"), text_id)
        now = current(text)
        yield Step(act, text, now, _seen(text, seen, now), seen is not None)


def _seen(text: Text, fingerprint: str | None, now: Version) -> Version:
    if fingerprint in (None, now.fingerprint):
        return now
    seen = version_seen(text, fingerprint or "")
    if seen is None:
        raise Stale(_("This page shows a version that the text never had. Load it again."))
    return seen


def _holding(bodies: tuple[engine.Text, ...], block: str) -> engine.Text:
    """Return the first text that has this paragraph."""
    return next((body for body in bodies if any(each.id == block for each in body.blocks)), bodies[0])
