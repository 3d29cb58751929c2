"""
What was asked of an action, as one fingerprint: so that a key that comes again with other words is noticed.

A retry sends the same words with the same key and gets the same answer. The same key with other words is a page that
was left and filled in anew; to answer it with what the first call made would lose what was typed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from typing import Any

APART = frozenset({"by", "key", "seen", "password", "arrived"})
"""
Arguments that are no part of what is asked: who, which key, which version was seen, when it arrived; and no password in
any form.
"""


def form_of(action: str, args: Sequence[object], kwargs: Mapping[str, object]) -> str:
    """Return the SHA-256, in 64 hexadecimal digits, of an action's name and of what it is asked for."""
    asked = {name: value for name, value in kwargs.items() if name not in APART}
    plain = json.dumps([action, _plain(args), _plain(asked)], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _plain(value: object) -> Any:
    """Return a value as JSON knows it; sets and mappings in one order, whatever the order in which they were made."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Mapping):
        return {"mapping": sorted(([_plain(name), _plain(one)] for name, one in value.items()), key=json.dumps)}
    if isinstance(value, AbstractSet):
        return {"set": sorted(map(_plain, value), key=json.dumps)}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {type(value).__name__: [[one.name, _plain(getattr(value, one.name))] for one in fields(value)]}
    return {type(value).__name__: str(value)}
