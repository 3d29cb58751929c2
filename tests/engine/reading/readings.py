"""Reading for tests: with the shipped words, and with the shipped register or an empty one."""

from typing import Any

from accord.engine.reading import Register, as_json, read_report
from accord.formats.lexica import lexicon
from accord.formats.registers import shipped_register

HEAD = "ASTANA, June 21, 2024. "


def reading(text: str, *, register: Register | None = None, against: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the JSON document of a report; without a register, nothing is known of any council."""
    return as_json(read_report(text, lexicon, register or Register(), against))


def with_register(text: str, against: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the JSON document of a report, read with the register of the demonstration."""
    return reading(text, register=shipped_register(), against=against)


def flags(found: dict[str, Any], kind: str) -> list[str]:
    """Return the words flagged with a kind of discrepancy."""
    return [each["quote"] for each in found["discrepancies"] if each["kind"] == kind]
