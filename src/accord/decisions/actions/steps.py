"""Steps that the acts on a question share: the question under its lock with all its rows, and the entry of the act."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.decisions import queries
from accord.decisions.models import Position, Question, Silence, Way, Word
from accord.decisions.queries import Whole
from accord.decisions.reading import agreed
from accord.decisions.rulings import POSITIONS
from accord.engine.rules import Outcome, RulesError
from accord.engine.rules import silence as engine
from accord.engine.text.wording import negotiated
from accord.record import acts as record


@dataclass(slots=True)
class On:
    """A question under its lock, with all its rows as they are now."""

    act: record.Act
    question: Question
    whole: Whole

    def speak(self, member: str, position: str, authority: str, at: datetime, reason: str) -> bool:
        """Store a member's word; return whether it counts (a word that is late in a silence procedure does not)."""
        in_time = True
        if self.whole.terms and position != Position.WITHDRAWN:
            kind = "consent" if position == Position.NO_OBJECTION else position
            in_time = engine.say(self.procedure(), member, kind, at, reason)[1]  # type: ignore[arg-type]
        earlier = Word.objects.filter(question=self.question, round=self.question.round, member=member)
        last = earlier.order_by("-at").first()
        if last is not None and at <= last.at:
            at = last.at + timedelta(microseconds=1)
        earlier.filter(current=True).update(current=False)
        Word.objects.create(
            question=self.question,
            round=self.question.round,
            member=member,
            position=position,
            reason=str(negotiated(reason)) if reason.strip() else "",
            authority=authority,
            at=at,
        )
        return in_time

    def differs(self, code: str, position: str) -> bool:
        """
        Whether a member is recorded with something else, or with nothing.

        Raises:
            RulesError: it is no member, or this is no answer to the question.
        """
        if code not in self.whole.names or position not in POSITIONS[self.question.way]:
            raise RulesError(_("This is no answer to the question as it was put."))
        last = self._last(code)
        return last is None or last.position != position

    def require_aloud(self, code: str) -> None:
        """Refuse to record for a member something else than it said itself."""
        last = self._last(code)
        if last is not None and last.authority == "delegate":
            raise RulesError(_("%(code)s has spoken for itself: it changes its position itself.") % {"code": code})

    def require_credentials(self, code: str, position: str) -> None:
        """Refuse to record for a member without accepted credentials that it decided."""
        if code in self.whole.apart and position != Position.ABSENT:
            raise RulesError(
                _("%(code)s sits without accepted credentials: it can only be recorded as absent.") % {"code": code}
            )

    def _last(self, code: str) -> Word | None:
        words = [word for word in self.whole.words if word.member == code and word.current]
        return words[-1] if words else None

    def extend(self, deadline: datetime, zone: str) -> datetime:
        """Store a later end of the period; return it in UTC. The engine refuses one that is none."""
        longer = engine.extend(self.procedure(), deadline, self.act.at)
        last = self.whole.terms[-1]
        Silence.objects.create(
            question=self.question,
            round=last.round,
            fingerprint=last.fingerprint,
            asked=last.asked,
            announced=self.act.at,
            opens=last.opens,
            deadline=longer.deadline,
            zone=zone,
            drain=last.drain,
        )
        return longer.deadline

    def procedure(self) -> engine.Procedure:
        """Return the silence procedure. Raises RulesError where the question is none."""
        procedure = self.whole.procedure
        if procedure is None:
            raise RulesError(_("This is no silence procedure."))
        return procedure

    def outcome(self, confirmed: str) -> Outcome:
        """Return the outcome with which the question closes. Raises RulesError while there is none."""
        if self.question.way == Way.SECRET and agreed(self.whole.counts) is None:
            raise RulesError(_("Two tellers have not yet entered the same count."))
        if self.whole.terms:
            word = confirmed if self.act.by.role == Role.CHAIR else ""
            engine.close(self.procedure(), self.whole.fingerprint, (), self.act.at, self.whole.watch, confirmed=word)
        outcome = self.whole.outcome()
        if isinstance(outcome, tuple) or outcome.outcome == "undetermined":
            raise RulesError(_("It is not determined yet: see whose position is missing."))
        return outcome

    def write(self, **data: Any) -> None:
        """Write the entry of this act in the question's own stream."""
        write_entry(self.act, self.question, what=self.question.title, **data)


@contextmanager
def on_question(question_id: str, verb: str, *, by: Subject, key: UUID) -> Iterator[On]:
    """Lock a question that ``by`` can see, for one act. Raises NotVisible."""
    with record.act(verb, by=by, key=key) as act:
        question = act.lock(queries.visible_questions(by).select_related("organisation"), question_id)
        yield On(act, question, queries.whole(by, question))


def write_entry(act: record.Act, question: Question, **data: Any) -> None:
    """Write the entry of an act in the stream of its question."""
    act.entry(
        organisation_id=question.organisation_id,
        stream=question.stream,
        audience=question.audience,
        answer=question.pk,
        data={"question": question.pk, **data},
    )
