"""The command itself: quick to start, without Django for the commands on texts."""

import subprocess
import sys
import time
from pathlib import Path


def run(code: str, cwd: Path | None = None) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cwd).stdout


def test_app_help_starts_quickly() -> None:
    code = "import sys; sys.argv = ['accord', '--help']; from accord.cli import main; main()"
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        assert "Compile n delegations" in run(code)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 1.0


def test_app_commands_on_texts_import_no_django(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text("a b c\n")
    (tmp_path / "XAA.txt").write_text("a b d\n")
    code = """
import sys
from accord.cli import main
sys.argv = {words}
try:
    main()
except SystemExit as end:
    print(end.code, "django" in sys.modules)
"""
    for words in (
        ["compile", "base.txt", "XAA.txt"],
        ["inspect", "base.txt"],
        ["compare", "base.txt", "base.txt"],
        ["--help"],
    ):
        assert run(code.format(words=["accord", *words]), tmp_path).splitlines()[-1] == "0 False"
