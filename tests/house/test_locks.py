"""The lock files: every package with its hashes, no host, and few enough packages."""

import re
import tomllib

import pytest

from tests.house.tree import ROOT
from tools.locks import faults, packages, tidy

LOCKS = {kind: (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="ascii") for kind in ("run", "dev")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HASH = "    --hash=sha256:" + "0" * 64


def normal(requirement: str) -> str:
    """Return the package that a requirement names, as lock files spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]).lower()


@pytest.mark.parametrize("kind", LOCKS)
def test_lock_has_hashes_and_names_no_host(kind: str) -> None:
    assert faults(LOCKS[kind]) == []


def test_lock_holds_what_the_project_names() -> None:
    assert {normal(each) for each in PROJECT["dependencies"]} - set(packages(LOCKS["run"])) == set()
    assert {normal(each) for each in PROJECT["optional-dependencies"]["dev"]} - set(packages(LOCKS["dev"])) == set()


def test_development_runs_on_the_versions_that_users_have() -> None:
    run, dev = packages(LOCKS["run"]), packages(LOCKS["dev"])
    assert {name: dev.get(name) for name in run} == run


def test_core_stays_small() -> None:
    assert len(PROJECT["dependencies"]) <= 25
    assert len(packages(LOCKS["run"])) <= 50


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("--index-url http" + "s://example.org/simple", "names a place or an option"),
        ("thing @ file" + ":///tmp/thing.whl \\\n" + HASH, "names a place or an option"),
        ("thing==1.0", "is no version with hashes"),
        ("thing>=1.0 \\\n" + HASH, "is no version with hashes"),
    ],
)
def test_faulty_lock_is_noticed(line: str, fault: str) -> None:
    assert [each for each in faults(f"{line}\n") if each.startswith(fault)] != []


def test_tidy_takes_comments_off_and_keeps_the_rest() -> None:
    line = f"thing==1.0 \\\n{HASH}\n"
    assert tidy(f"# of the tool\n\n{line}").splitlines()[1:] == line.splitlines()
    assert tidy(tidy(line)) == tidy(line)
