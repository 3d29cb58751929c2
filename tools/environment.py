"""
Make the virtual environment ``.venv``: ``python3 tools/environment.py run`` or ``dev``.

Uses nothing but Python itself. Packages come from a lock file with hashes; the package stands beside them as an
editable install. A stamp in ``.venv`` remembers what was installed, so that a second call does nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
MEANT_FOR = {"run": "what Accord needs to run", "dev": "what Accord and its development need"}
ENOUGH = {"run": ("run", "dev"), "dev": ("dev",)}
EVERY = 10


def main(kind: str) -> int:
    """Make or renew the environment for "run" or "dev"; return the exit status."""
    if any(_is_made(enough) for enough in ENOUGH[kind]):
        return 0
    start = time.monotonic()
    _say(f"Setting up .venv with {MEANT_FOR[kind]}. This happens once.")
    _make_environment()
    status = _install_locked(kind) or _install_accord()
    if status:
        _say("The set-up stopped here. Repeat the command when the cause above is gone; what was fetched is kept.")
        return status
    _stamp(kind).write_text(_wanted(kind), encoding="ascii")
    _say(f"Ready after {time.monotonic() - start:.0f} s.")
    return 0


def _make_environment() -> None:
    if _is_usable():
        return
    _say("1/3  Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def _is_usable() -> bool:
    """Say whether the environment that is there runs, with the Python that was asked for."""
    python = BIN / "python"
    if not python.exists():
        return False
    ask = "import pip, sys; print(*sys.version_info[:2])"
    answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _install_locked(kind: str) -> int:
    """Install the lock file of this kind and count the packages as they come; return pip's status."""
    lock = _lock(kind)
    total = sum("==" in line for line in lock.read_text(encoding="ascii").splitlines())
    _say(f"2/3  Fetching {total} packages, each checked against its hash")
    command = [*_pip(), "install", "--require-hashes", "--no-deps", "--progress-bar=off", "-r", str(lock)]
    seen, lines = 0, []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            if line.startswith(("Collecting", "Requirement already")):
                seen += 1
                _count(seen, total)
            if line.startswith("Installing"):
                _say("     Installing them")
    if pip.returncode:
        _say("".join(lines[-15:]))
    return pip.returncode


def _install_accord() -> int:
    _say("3/3  Installing Accord itself")
    command = [*_pip(), "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    return subprocess.run(command, check=False).returncode


def _pip() -> list[str]:
    return [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def _count(seen: int, total: int) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(f"\r     {seen} of {total}" + ("\n" if seen == total else ""))
        sys.stdout.flush()
    elif seen % EVERY == 0 or seen == total:
        _say(f"     {seen} of {total}")


def _is_made(kind: str) -> bool:
    stamp = _stamp(kind)
    return _is_usable() and stamp.exists() and stamp.read_text(encoding="ascii") == _wanted(kind)


def _wanted(kind: str) -> str:
    """Return the digest of everything that the environment is made from."""
    parts = [_lock(kind), ROOT / "pyproject.toml"]
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def _lock(kind: str) -> Path:
    return ROOT / "requirements" / f"{kind}.txt"


def _stamp(kind: str) -> Path:
    return VENV / f"accord-{kind}"


def _say(words: str) -> None:
    sys.stdout.write(words.rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in MEANT_FOR:
        sys.exit("usage: python3 tools/environment.py run|dev")
    sys.exit(main(sys.argv[1]))
