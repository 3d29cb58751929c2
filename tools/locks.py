"""
Give lock files their head line, and refuse one that names a host, a path, or a package without a hash.

``python tools/locks.py requirements/run.txt ...``, after pip-compile has written them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HEAD = "# Exact versions with the hash of every file that may be installed. Written by `make lock`; do not edit.\n"
PLACE = re.compile(r"https?:|file:|(?<![-\w])--(?!hash=)|@ ")
PACKAGE = re.compile(r"^([a-z0-9-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def tidy(text: str) -> str:
    """Return a lock file's text without pip-compile's own comments, under our head line."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return HEAD + "".join(f"{line}\n" for line in lines)


def faults(text: str) -> list[str]:
    """Return what is wrong with a lock file, one sentence each; empty when it is sound."""
    body = text.removeprefix(HEAD)
    found = [f"names a place or an option: {line}" for line in body.splitlines() if PLACE.search(line)]
    if rest := PACKAGE.sub("", body).strip():
        found.append(f"is no version with hashes: {rest.splitlines()[0]}")
    return found


def packages(text: str) -> dict[str, str]:
    """Return the mapping of package to version that a lock file holds."""
    return {name: version for name, version, _ in PACKAGE.findall(text)}


def main(paths: list[str]) -> int:
    """Tidy the files at ``paths`` in place; return 1 when one has a fault."""
    status = 0
    for path in map(Path, paths):
        path.write_text(tidy(path.read_text(encoding="ascii")), encoding="ascii")
        for fault in faults(path.read_text(encoding="ascii")):
            sys.stderr.write(f"{path}: {fault}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
