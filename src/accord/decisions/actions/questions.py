"""What is done with questions. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.queries import council_audience
from accord.decisions import access, queries
from accord.decisions.actions.adopting import adopt_by
from accord.decisions.actions.steps import On, on_question, write_entry
from accord.decisions.models import Count, Position, Question, Ruling, Silence, Statement, Way
from accord.decisions.pages import Putting
from accord.decisions.reading import OBJECTIONS, binding
from accord.decisions.rulings import POSITIONS, suits
from accord.drafting.actions.steps import step
from accord.drafting.outcomes import language
from accord.engine.rules import Outcome, RulesError
from accord.engine.rules import silence as engine
from accord.engine.rules.periods import instant
from accord.engine.rules.saying import sentence
from accord.engine.rules.showing import shown
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings.queries import visible_meetings
from accord.members.queries import members_of, visible_organisations
from accord.record import acts as record
from accord.record.errors import Stale

DRAIN = timedelta(seconds=60)
"""Longer than a request may take: what arrived before the deadline is stored by then."""


def _question(pk: str) -> Question:
    return Question.objects.get(pk=pk)


@record.action(answers=_question)
def put(organisation_id: str, putting: Putting, *, meeting_id: str = "", by: Subject, key: UUID) -> Question:
    """
    Put a question to the council: under which rule, and how the members are asked.

    Raises:
        RulesError: the rule is not one by which this council decides on that day or in that way, the subject is
            missing, or the deadline is no instant or not in the future.
        NotVisible: the text or the meeting is not to be seen by ``by``.
    """
    with record.act("put to decision", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_put(by, organisation))
        codes = tuple(member.code for member in members_of(organisation))
        question = Question(
            organisation=organisation,
            audience=council_audience(organisation.pk),
            meeting=_meeting(by, meeting_id),
            about=_about(by, putting.about),
            title=plain_name(putting.title, longest=300),
            rule=putting.rule,
            day=putting.day,
            subject=putting.subject,
            way=putting.way,
            sample=putting.sample,
            adopts=putting.adopts,
            bound=_bound(by, putting),
            at=act.at,
        )
        rule = queries.rule_of(question, codes)
        if not suits(rule, question.way):
            raise RulesError(_("Under this rule the members are not asked in this way."))
        if rule.needs_subject != bool(question.subject) or question.subject not in ("", *codes):
            raise RulesError(_("Name the member that the question is about, and only where the rule is about one."))
        question.save(force_insert=True)
        if question.way == Way.SILENCE:
            _announce(by, question, codes, putting, act.at)
        write_entry(act, question, what=question.title, rule=question.rule, way=question.way)
        return question


def _meeting(by: Subject, meeting_id: str) -> Any:
    if not meeting_id:
        return None
    meeting = visible_meetings(by).filter(pk=meeting_id, organisation=by.organisation_id).first()
    if meeting is None:
        raise NotVisible
    return meeting


def _about(by: Subject, text_id: str) -> str:
    if text_id and not queries.text_fingerprint(by, text_id):
        raise NotVisible
    return text_id


def _bound(by: Subject, putting: Putting) -> str:
    """Return the fingerprint of the version that the question may adopt, "" where it adopts none."""
    if not putting.adopts:
        return ""
    if not queries.is_before_council(by, putting.about):
        raise RulesError(_("Only a text before the council is adopted by a question. Put the text to it first."))
    return queries.text_fingerprint(by, putting.about)


def _announce(by: Subject, question: Question, codes: tuple[str, ...], putting: Putting, at: datetime) -> Silence:
    """Store the terms of a round; the engine refuses a period that is none."""
    if putting.last_day is None or putting.last_time is None:
        raise RulesError(_("A silence procedure has an end: give the day, the time and the zone."))
    deadline = instant(putting.last_day, putting.last_time, putting.zone)
    asked = tuple(code for code in codes if code != question.subject)
    text = binding(question.title, question.about, queries.text_fingerprint(by, question.about))
    engine.announce(text, (), asked, at=at, opens=at, deadline=deadline, drain=DRAIN)
    return Silence.objects.create(
        question=question,
        round=question.round,
        fingerprint=text,
        asked=list(asked),
        announced=at,
        opens=at,
        deadline=deadline,
        zone=putting.zone,
        drain=int(DRAIN / timedelta(seconds=1)),
    )


# What members say


@record.action(answers=_question)
def say(
    question_id: str, position: str, *, reason: str = "", arrived: datetime | None = None, by: Subject, key: UUID
) -> Question:
    """
    Say what the own member's position is; a later word supersedes an earlier one.

    Args:
        arrived: when the request had been read; it counts against the deadline of a silence procedure.

    Raises:
        RulesError: the position is none that this way of asking knows.
    """
    with on_question(question_id, "took a position on", by=by, key=key) as on:
        rights = access.may_object if position in OBJECTIONS else access.may_speak
        require(rights(by, on.question, frozenset(on.whole.names), closed=on.whole.closed, apart=on.whole.apart))
        if position not in POSITIONS[on.question.way]:
            raise RulesError(_("This is no answer to the question as it was put."))
        stamp = arrived or on.act.at
        in_time = on.speak(by.delegation, position, str(by.role), stamp, reason)
        on.write(position=position, code=by.delegation, late=not in_time)
        return on.question


@record.action(answers=_question)
def take_back_objection(question_id: str, *, by: Subject, key: UUID) -> Question:
    """Take the own member's objection to a silence procedure back; the silence stays broken."""
    with on_question(question_id, "took its objection back from", by=by, key=key) as on:
        whole = on.whole
        require(access.may_speak(by, on.question, frozenset(whole.names), closed=whole.closed, apart=whole.apart))
        engine.take_back(on.procedure(), by.delegation)
        on.speak(by.delegation, Position.WITHDRAWN, str(by.role), on.act.at, "")
        on.write(code=by.delegation)
        return on.question


@record.action(answers=_question)
def record_words(question_id: str, positions: Mapping[str, str], *, by: Subject, key: UUID) -> Question:
    """
    Record what members said aloud, or that their seats are empty.

    Args:
        positions: code → position. A member whose position is recorded so already gets no second line.

    Raises:
        RulesError: a member has spoken for itself in writing and is now recorded with something else.
    """
    with on_question(question_id, "recorded what was said on", by=by, key=key) as on:
        require(access.may_record(by, on.question, closed=on.whole.closed))
        changed = {code: position for code, position in positions.items() if on.differs(code, position)}
        if not changed:
            raise RulesError(_("Nothing is recorded otherwise than before."))
        for code, position in changed.items():
            on.require_aloud(code)
            on.require_credentials(code, position)
            on.speak(code, position, str(by.role), on.act.at, "")
        on.write(words=len(changed), names=[f"{code} {position}" for code, position in sorted(changed.items())])
        return on.question


@record.action(answers=_question)
def count(
    question_id: str, *, in_favour: int, against: int, abstaining: int, invalid: int, by: Subject, key: UUID
) -> Question:
    """Enter what a teller counted; each teller's last count is the one that stands."""
    with on_question(question_id, "counted the ballots of", by=by, key=key) as on:
        require(access.may_count(by, on.question, closed=on.whole.closed))
        if in_favour + against + abstaining + invalid > len(on.whole.voting):
            raise RulesError(_("More ballots than members: count again."))
        Count.objects.update_or_create(
            question=on.question,
            person=by.person_id or 0,
            defaults={
                "teller": by.name,
                "in_favour": in_favour,
                "against": against,
                "abstaining": abstaining,
                "invalid": invalid,
                "at": on.act.at,
            },
        )
        on.write(in_favour=in_favour, against=against, abstaining=abstaining, invalid=invalid)
        return on.question


@record.action(answers=_question)
def state(question_id: str, kind: str, wording: str, *, by: Subject, key: UUID) -> Question:
    """Attach a statement to the record: it never changes an outcome."""
    with on_question(question_id, "made a statement on", by=by, key=key) as on:
        require(access.may_state(by, on.question, frozenset(on.whole.names)))
        Statement.objects.create(
            question=on.question,
            member=by.delegation,
            kind=Statement.Kind(kind),
            wording=str(negotiated(wording)),
            at=on.act.at,
        )
        on.write(code=by.delegation, kind=kind)
        return on.question


# Closing, and time


@record.action(answers=_question)
def close(question_id: str, *, read: str = "", confirmed: str = "", by: Subject, key: UUID) -> Question:
    """
    Close the question with its outcome; nothing is closed while it is not determined.

    Args:
        read: the sentence that the chair read, "" where none was shown.
        confirmed: of a silence procedure in doubt, how the members were reached besides.

    Raises:
        RulesError: the outcome is not determined, or the silence procedure does not close yet.
        Stale: the outcome reads otherwise now.
    """
    about = queries.adopting(by, question_id)
    if not about:
        with on_question(question_id, "closed the question", by=by, key=key) as on:
            outcome = _rule(on, by, read, confirmed)
            on.write(
                outcome=outcome.outcome,
                sentence=sentence(outcome, on.whole.names, titled=True)["en"],
                confirmed=confirmed,
            )
            return on.question
    with step("adopted", about, by=by, seen=None, key=key) as at:
        question = at.act.lock(queries.visible_questions(by).select_related("organisation"), question_id)
        on = On(at.act, question, queries.whole(by, question))
        outcome = _rule(on, by, read, confirmed)
        if outcome.outcome == "adopted":
            adopt_by(at, question, outcome, on.whole.names)
            return question
        at.act.verb = "closed the question"
        on.write(outcome=outcome.outcome, sentence=sentence(outcome, on.whole.names, titled=True)["en"])
        return question


def _rule(on: On, by: Subject, read: str, confirmed: str) -> Outcome:
    """Store the ruling with which the question closes; it is the same that was read, where one was."""
    require(access.may_close(by, on.question, closed=on.whole.closed))
    outcome = on.outcome(confirmed)
    words = sentence(outcome, on.whole.names, titled=True)
    if read and read != words[language()]:
        raise Stale(_("The outcome has changed since you read it. It now reads: %s") % words[language()])
    values = {**shown(outcome, on.whole.names), "apart": sorted(on.whole.apart)}
    Ruling.objects.create(question=on.question, outcome=outcome.outcome, shown=values, at=on.act.at)
    return outcome


@record.action(answers=_question)
def extend(question_id: str, putting: Putting, *, by: Subject, key: UUID) -> Question:
    """Give a silence procedure a later end."""
    with on_question(question_id, "extended the silence on", by=by, key=key) as on:
        require(access.may_keep_time(by, on.question, closed=on.whole.closed))
        if putting.last_day is None or putting.last_time is None:
            raise RulesError(_("A silence procedure has an end: give the day, the time and the zone."))
        deadline = on.extend(instant(putting.last_day, putting.last_time, putting.zone), putting.zone)
        on.write(deadline=deadline.isoformat())
        return on.question


@record.action(answers=_question)
def extend_to(question_id: str, deadline: datetime, *, why: str, by: Subject, key: UUID) -> Question:
    """Give a silence procedure a later end because the service was away in its last part; ``why`` says when."""
    with on_question(question_id, "extended the silence on", by=by, key=key) as on:
        require(access.may_make_up(by, on.question, closed=on.whole.closed))
        later = on.extend(deadline, on.whole.terms[-1].zone)
        on.write(deadline=later.isoformat(), why=why)
        return on.question


@record.action(answers=_question)
def put_again(question_id: str, putting: Putting, *, by: Subject, key: UUID) -> Question:
    """Put a silence procedure again, on the text as it stands now; everybody is asked anew."""
    with on_question(question_id, "put again under silence", by=by, key=key) as on:
        require(access.may_keep_time(by, on.question, closed=on.whole.closed))
        procedure = on.procedure()
        on.question.round += 1
        on.question.save(update_fields=["round"])
        terms = _announce(by, on.question, on.whole.codes, putting, on.act.at)
        engine.restart(procedure, terms.fingerprint, (), at=on.act.at, opens=terms.opens, deadline=terms.deadline)
        on.write(deadline=terms.deadline.isoformat(), round=on.question.round)
        return on.question
