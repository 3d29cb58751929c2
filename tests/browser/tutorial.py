"""What the tutorial tells its reader to press."""

import re
from pathlib import Path

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-cycle.md"
BOLD = re.compile(r"\*\*(.+?)\*\*")


def quoted(first: int, last: int) -> set[str]:
    """Return the names of buttons and links in these sections: all that is bold there."""
    sections = re.split(r"^## \d+\. ", TUTORIAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(sections) > last, "the tutorial has fewer sections"
    return {name for section in sections[first : last + 1] for name in BOLD.findall(section)}
