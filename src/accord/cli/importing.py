"""
``accord inspect FILE -o OUTPUT``: what a bracketed text becomes, a negotiation to go on with.

Source: docs/reference/import.md.
"""

from __future__ import annotations

from dataclasses import asdict

from accord.cli import ends
from accord.cli.ends import Noted, Refusal
from accord.cli.versions import CODE
from accord.engine import text as engine
from accord.engine.text.foreign import Profile, Roster
from accord.engine.text.foreign.importing import Imported, import_negotiation
from accord.formats.documents import WRITERS, write_text

SUFFIXES = (*WRITERS, ".json")


def imported(source: str, table: Roster | None, profile: Profile) -> Imported:
    """Return the negotiation in ``source``. Refuses a roster with names that are no codes."""
    nameless = [name for name in (table.names.values() if table else ()) if not CODE.fullmatch(name)]
    if nameless:
        raise Refusal(f"the roster names {nameless[0]!r}, which is no code (2 to 12 capital letters or digits).")
    return import_negotiation(source, table, profile=profile)


def write(made: Imported, notes: list[Noted], output: str, suffix: str) -> None:
    """Write the negotiation in the format of ``suffix``."""
    document = {
        "text": engine.render(made.text),
        "blocks": len(made.text.blocks),
        "origins": [asdict(origin) for origin in made.origins],
        "findings": ends.json_notes(notes),
    }
    ends.write_file(output, ends.as_json_bytes(document) if suffix == ".json" else write_text(made.text, suffix))
