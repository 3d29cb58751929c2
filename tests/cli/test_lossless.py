"""Law 1 through files: whatever bytes the command takes, it gives back from what it wrote alone."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from typer.testing import CliRunner, Result

from accord.cli.app import app
from accord.engine.text.wording import refused_in
from tests.engine.text.strategies import Negotiation, negotiations

Accord = Callable[..., Result]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(negotiations())
def test_files_come_back_byte_for_byte_from_the_text_file_alone(negotiation: Negotiation) -> None:
    assume(not any(map(refused_in, (negotiation.base, *negotiation.versions.values()))))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base.txt").write_bytes(negotiation.base.encode())
        for code, version in negotiation.versions.items():
            (folder / f"{code}.txt").write_bytes(version.encode())
        paths = [str(folder / f"{code}.txt") for code in negotiation.versions]
        made = CliRunner().invoke(app, ["compile", str(folder / "base.txt"), *paths, "-o", str(folder / "out.txt")])
        assert made.stderr.startswith(f"{len(paths)} of {len(paths)} versions recovered exactly\n")
        for path in (folder / "base.txt", *map(Path, paths)):
            options = ["--base"] if path.stem == "base" else ["--as", path.stem]
            given_back = CliRunner().invoke(app, ["project", str(folder / "out.txt"), *options])
            assert given_back.stdout_bytes == path.read_bytes()


def test_chairs_code_is_refused_where_the_chair_has_proposed_nothing(accord: Accord) -> None:
    accord("compile", "base.txt", "XAA.txt", "-o", "x.txt")
    result = accord("project", "x.txt", "--as", "CHAIR")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert result.stderr == "accord: The chair has proposed nothing in this text.\n"


def test_chairs_code_is_a_delegations_where_one_has_it(accord: Accord, folder: Path) -> None:
    accord("compile", "base.txt", "CHAIR=XAA.txt", "-o", "x.txt")
    assert accord("project", "x.txt", "--as", "CHAIR").stdout_bytes == (folder / "XAA.txt").read_bytes()
