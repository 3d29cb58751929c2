"""
Bring the translations up to date: ``python tools/strings.py``. Needs the programs of GNU gettext.

Strings that are marked in code and templates go into ``src/accord/web/locale``; what is translated stays, what is new
waits empty. Then each file is compiled beside itself. ``tests/house/test_translated.py`` fails on what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "accord"
LOCALE = PACKAGE / "web" / "locale"
LANGUAGES = ("ru",)
MAKE_MESSAGES = """
from django.core.management import execute_from_command_line
from django.core.management.commands.makemessages import Command
OURS = ["--keyword=say", "--keyword=say_count:1,2", "--keyword=pattern"]
Command.xgettext_options = [*Command.xgettext_options, *OURS]
execute_from_command_line()
"""
"""The engine says its sentences with ``say``; see ``accord.engine.said``."""


def main() -> int:
    """Collect, merge and compile; return the exit status."""
    if not shutil.which("msgfmt"):
        print("This needs GNU gettext. On Debian: apt install gettext.", file=sys.stderr)  # noqa: T201
        return 2
    for language in LANGUAGES:
        merged = collected(language)
        (LOCALE / language / "LC_MESSAGES" / "django.po").write_bytes(merged)
        compiled(LOCALE / language / "LC_MESSAGES" / "django.po")
    return 0


def collected(language: str) -> bytes:
    """Return the file of a language with every string that is marked today; the tree stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "accord"
        shutil.copytree(
            PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "migrations", "static", "data", "cli")
        )
        options = ["--no-location", "--no-wrap", "--no-obsolete"]
        command = [sys.executable, "-c", MAKE_MESSAGES, "makemessages", "-l", language, *options]
        environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        (copy / "locale").symlink_to(copy / "web" / "locale")
        subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)
        made = (copy / "web" / "locale" / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    return _without_day(made).encode("utf-8")


def compiled(path: Path) -> None:
    """Write the compiled file beside a file of translations."""
    program = shutil.which("msgfmt") or "msgfmt"
    subprocess.run([program, "--check-format", "-o", path.with_suffix(".mo"), path], check=True)


def _without_day(text: str) -> str:
    """Return the file without the day on which it was made, so that nothing changes where nothing has changed."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith('"POT-Creation-Date'))


if __name__ == "__main__":
    raise SystemExit(main())
