"""
The one function that writes: an act is one transaction, with the change and its entry in it.

Order of an act: lock, check, compute, store, record (TRUST D11, D12). A retry with the same key does nothing twice: it
raises :class:`AlreadyDone` with the stored answer, which :func:`action` returns. Whether the key is known is asked when
the act begins and again under the lock, since the same form may be sent twice at one time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Model, QuerySet
from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.access.models import Audience
from accord.record import clock
from accord.record.errors import Stale
from accord.record.forms import form_of
from accord.record.models import Entry

Row = TypeVar("Row", bound=Model)
Params = ParamSpec("Params")
Answer = TypeVar("Answer")

_form: ContextVar[str] = ContextVar("form", default="")
"""Fingerprint of what the action that is under way was asked for; "" outside of :func:`action`."""


class AlreadyDone(Exception):
    """The key of this act is known; ``answer`` is the id of what the act made the first time."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class Act:
    """
    An act in progress. Exactly one entry is written before its transaction ends.

    Attributes:
        at: when it was done; from the first lock on, no act that waited for that lock is earlier.
    """

    def __init__(self, verb: str, by: Subject, key: UUID) -> None:
        self.verb, self.by, self.key = verb, by, key
        self.at = clock.now()
        self.recorded: Entry | None = None
        self._locked = False

    def lock(self, rows: QuerySet[Row], pk: str | int) -> Row:
        """
        Return the row with this id, locked until the act ends.

        Raises:
            NotVisible: it is not among ``rows``, which are those that the subject can see.
            AlreadyDone: the same act was done while this one waited for the lock.
        """
        locked = rows.select_for_update(of=("self",)).filter(pk=pk).first()
        if not self._locked:
            _refuse_known(self.by, self.key)
            self.at, self._locked = clock.now(), True
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
            on_behalf_of=self.by.delegation if self.by.role in _FOR_SOMEBODY else "",
            authority=self.by.role,
            verb=self.verb,
            data=data or {},
            seen=seen,
            made=made,
            key=self.key,
            form=_form.get(),
            answer=answer,
        )
        return self.recorded


_FOR_SOMEBODY = (Role.DELEGATE, Role.PARTNER)
"""Who acts for a delegation or a partner; the chair acts for none, whatever delegation its people come from."""


@contextmanager
def act(verb: str, *, by: Subject, key: UUID) -> Iterator[Act]:
    """
    Open one act: a transaction that ends with exactly one entry, or with nothing at all.

    Raises:
        AlreadyDone: this act was done before, by the same actor with the same key.
        Stale: another act was done with this key, or this one with other words.
    """
    with transaction.atomic(durable=True):
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
            before = _form.set(form_of(f"{function.__module__}.{function.__qualname__}", args, kwargs))
            try:
                return function(*args, **kwargs)
            except AlreadyDone as done:
                return answers(done.answer)
            except IntegrityError:
                # Its twin committed between our check and our write, where no lock stands between the two.
                twin = known_answer(cast(Subject, kwargs["by"]), cast(UUID, kwargs["key"]))
                if twin is None:
                    raise
                return answers(twin)
            finally:
                _form.reset(before)

        return once

    return decorate


def known_answer(by: Subject, key: UUID) -> str | None:
    """
    Return the answer of the act that this actor did with this key, None where there is none.

    Raises:
        Stale: the actor did another act with this key, or this one with other words.
    """
    known = Entry.objects.filter(key=key, actor=by.name or by.role).values_list("form", "answer").first()
    if known is None:
        return None
    form, answer = known
    if form != _form.get():
        raise Stale(_("This page was sent once already, with other words. Nothing was done now; load it again."))
    return answer


def _refuse_known(by: Subject, key: UUID) -> None:
    answer = known_answer(by, key)
    if answer is not None:
        raise AlreadyDone(answer)
