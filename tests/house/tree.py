"""The files that belong to the project, as git knows them."""

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file of the project that is there, without what .gitignore leaves out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    paths = sorted(ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def text_of(path: Path) -> str:
    """Return a file's text; "" for a picture and the like."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def described() -> frozenset[str]:
    """Return every name in backticks that a heading or the first cell of a table row of the reference holds."""
    names: set[str] = set()
    for page in REFERENCE.glob("*.md"):
        for line in page.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                names.update(re.findall(r"`([^`]+)`", line))
            elif line.startswith("|"):
                names.update(re.findall(r"`([^`]+)`", line.split("|")[1]))
    return frozenset(name.split("(")[0].strip() for name in names)
