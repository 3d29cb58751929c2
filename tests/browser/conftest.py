"""A browser, and councils to look at: each test that acts has a running demonstration of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.skips import chromium as path_of_chromium

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium():
    """
    Return Debian's Chromium.

    One for each module: while Playwright is at work, Django takes the thread for an asynchronous one and refuses
    queries, which other modules need.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- of development alone

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a demonstration that was started once and left by Ctrl-C."""
    from tests.browser.council import RunningDemo  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("browser") / "filled"
    RunningDemo(folder).stop()
    return folder


@pytest.fixture(scope="session")
def adopted(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return such a folder in which the practice text is adopted and released, with its history."""
    folder = tmp_path_factory.mktemp("browser") / "adopted"
    shutil.copytree(filled, folder)
    environment = {**os.environ, "ACCORD_DATA": str(folder)}
    environment.pop("ACCORD_SECRET_KEY", None)
    subprocess.run([sys.executable, "-m", "tests.browser.adopting"], check=True, cwd=ROOT, env=environment)
    return folder


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], object]]:
    """Return a function that goes on with a copy of a data folder; all that run are stopped at the end."""
    from tests.browser.council import RunningDemo  # noqa: PLC0415

    demos: list[RunningDemo] = []

    def run(folder: Path) -> RunningDemo:
        copy = tmp_path_factory.mktemp("running") / "data"
        shutil.copytree(folder, copy)
        demos.append(RunningDemo(copy))
        return demos[-1]

    yield run
    for each in demos:
        each.stop()


@pytest.fixture
def people(chromium) -> Iterator[Callable[..., object]]:
    """Return a function that seats a person at a browser; at the end nobody may have met a fault."""
    from tests.browser.person import Person  # noqa: PLC0415

    seated: list[Person] = []

    def seat(demo, name: str = "public", **context) -> Person:
        seated.append(Person(chromium, demo.address, name, **context))
        if name != "public":
            seated[-1].sign_in(demo.passphrase)
        return seated[-1]

    yield seat
    faults = [fault for each in seated for fault in each.faults]
    for each in seated:
        each.context.close()
    assert faults == []


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Return where pictures of README and tutorial go; None unless ACCORD_PICTURES is set."""
    if os.environ.get("ACCORD_PICTURES") != "1":
        return None
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
