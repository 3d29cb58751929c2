"""
The one function that writes: an act is one transaction, with the change and its entry in it.

Order of an act: lock, check, compute, store, record (TRUST D11, D12). A retry with the same key does nothing twice: it
raises :class:`AlreadyDone` with the stored answer, which :func:`action` returns.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Model, QuerySet

from accord.access import NotVisible, Subject
from accord.access.models import Audience
from accord.record import clock
from accord.record.models import Entry

Row = TypeVar("Row", bound=Model)
Params = ParamSpec("Params")
Answer = TypeVar("Answer")


class AlreadyDone(Exception):
    """The key of this act is known; ``answer`` is the id of what the act made the first time."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class Act:
    """An act in progress. Exactly one entry is written before its transaction ends."""

    def __init__(self, verb: str, by: Subject, key: UUID) -> None:
        self.verb, self.by, self.key = verb, by, key
        self.at = clock.now()
        self.recorded: Entry | None = None

    def lock(self, rows: QuerySet[Row], pk: str) -> Row:
        """
        Return the row with this id, locked until the act ends.

        Raises:
            NotVisible: it is not among ``rows``, which are those that the subject can see.
        """
        locked = rows.select_for_update(of=("self",)).filter(pk=pk).first()
        if locked is None:
            raise NotVisible
        return locked

    def entry(
        self,
        *,
        organisation_id: str,
        stream: str,
        audience: Audience,
        answer: str = "",
        data: dict[str, Any] | None = None,
        seen: str = "",
        made: str = "",
    ) -> Entry:
        """Write the entry of this act, with the next number of its stream."""
        if self.recorded is not None:
            raise RuntimeError("an act has one entry")
        last = Entry.objects.filter(stream=stream).aggregate(last=Max("number"))["last"] or 0
        self.recorded = Entry.objects.create(
            organisation_id=organisation_id,
            stream=stream,
            number=last + 1,
            audience=audience,
            at=self.at,
            person_id=self.by.person_id,
            actor=self.by.name or self.by.role,
            on_behalf_of=self.by.delegation,
            authority=self.by.role,
            verb=self.verb,
            data=data or {},
            seen=seen,
            made=made,
            key=self.key,
            answer=answer,
        )
        return self.recorded


@contextmanager
def act(verb: str, *, by: Subject, key: UUID) -> Iterator[Act]:
    """
    Open one act: a transaction that ends with exactly one entry, or with nothing at all.

    Raises:
        AlreadyDone: an act with this key was done before by this actor.
    """
    with transaction.atomic():
        _refuse_known(by, key)
        one = Act(verb, by, key)
        yield one
        if one.recorded is None:
            raise RuntimeError(f"the act {verb!r} wrote no entry")


def action(answers: Callable[[str], Answer]) -> Callable[[Callable[Params, Answer]], Callable[Params, Answer]]:
    """
    Make a function an action: a retry with a known key returns what the first call made.

    Args:
        answers: loads the answer from the id that the entry stores.
    """

    def decorate(function: Callable[Params, Answer]) -> Callable[Params, Answer]:
        @functools.wraps(function)
        def once(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
            try:
                return function(*args, **kwargs)
            except AlreadyDone as done:
                return answers(done.answer)
            except IntegrityError:
                twin = known_answer(cast(Subject, kwargs["by"]), cast(UUID, kwargs["key"]))  # it committed between our check and our write
                if twin is None:
                    raise
                return answers(twin)

        return once

    return decorate


def known_answer(by: Subject, key: UUID) -> str | None:
    """Return the answer of the act that this actor did with this key, None where there is none."""
    return Entry.objects.filter(key=key, actor=by.name or by.role).values_list("answer", flat=True).first()


def _refuse_known(by: Subject, key: UUID) -> None:
    answer = known_answer(by, key)
    if answer is not None:
        raise AlreadyDone(answer)
