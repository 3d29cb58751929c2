"""The steps that acts on a text share: lock it, see what the person saw, store the next version with its entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.drafting.errors import Stale
from accord.drafting.models import Text, Version
from accord.drafting.queries.rows import current, version_seen, visible_texts
from accord.engine import text as engine
from accord.record import acts as record


def version_by_id(pk: str) -> Version:
    """Load the answer of an act that made a version."""
    return Version.objects.get(pk=pk)


@dataclass(slots=True)
class Step:
    """A text under its lock, with the version it is at and the one that the person saw."""

    act: record.Act
    text: Text
    now: Version
    seen: Version

    @property
    def body(self) -> engine.Text:
        """The text as it is now."""
        return self.now.body

    def save(self, body: engine.Text, *, label: str = "", answer: str = "", **data: Any) -> Version:
        """Store ``body`` as the next version, together with the entry of this act (its answer: the version's id)."""
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
        self.write(answer=answer or version.pk, made=version.fingerprint, version=version.number, **data)
        return version

    def write(self, *, answer: str, made: str = "", **data: Any) -> int:
        """Write the entry of this act in the text's own stream; return its number."""
        entry = self.act.entry(
            organisation_id=self.text.organisation_id,
            stream=self.text.stream,
            audience=self.text.audience,
            answer=answer,
            data={"text": self.text.pk, **data},
            seen=self.seen.fingerprint,
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
        then = engine.find(self.seen.body, choice).choice.alternatives
        now = engine.find(self.body, choice).choice.alternatives
        if not 0 <= index < len(then):
            raise engine.UnknownChoice(_("Choice %s has no such alternative.") % choice)
        wording = engine.render_alternative(then[index])
        for place, alternative in enumerate(now):
            if engine.render_alternative(alternative) == wording:
                return place
        raise Stale(_("Choice %(choice)s has changed: “%(wording)s” is no longer one of its alternatives.") % {
            "choice": choice, "wording": wording,
        })


@contextmanager
def step(verb: str, text_id: str, *, by: Subject, seen: str, key: UUID) -> Iterator[Step]:
    """Open an act on a text: its row locked, its current version and the one that the person saw at hand."""
    with record.act(verb, by=by, key=key) as act:
        text = act.lock(visible_texts(by).select_related("audience"), text_id)
        now = current(text)
        yield Step(act, text, now, _seen(text, seen, now))


def _seen(text: Text, fingerprint: str, now: Version) -> Version:
    if fingerprint in ("", now.fingerprint):
        return now
    seen = version_seen(text, fingerprint)
    if seen is None:
        raise Stale(_("This page shows a version that the text never had. Load it again."))
    return seen
