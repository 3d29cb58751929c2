"""
What happened, in order. Every act is one transaction that changes rows and writes one entry.

>>> from accord.record import acts as record                                    # doctest: +SKIP
>>> @record.action(answers=lambda pk: Version.objects.get(pk=pk))
... def close_choice(text_id, *, by, choice, key):
...     with record.act("closed", by=by, key=key) as act:
...         text = act.lock(visible_texts(by), text_id)
...         ...
"""
