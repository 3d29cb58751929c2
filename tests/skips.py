"""
What a test needs beyond Python: a browser, LibreOffice or PostgreSQL, said by its mark.

A test whose need is not there is skipped with the reason. Where ACCORD_CI is set it fails instead, so that a machine
that should have everything cannot pass by leaving tests out. A run without ACCORD_DATABASE is the run on SQLite, in
which tests marked ``postgresql`` have no place: they stay skipped there, and belong to the other run.
"""

import os
import shutil
from collections.abc import Callable, Generator

import pytest

from tests.formats import office

ANYWHERE = ("browser", "office")
"""Marks of what every machine that checks a change has, whatever its database."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of the browser that the tests drive; None where there is none."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def _missing_browser() -> str:
    return "" if chromium() else "needs Chromium: apt install chromium"


def _missing_postgresql() -> str:
    address = os.environ.get("ACCORD_DATABASE", "")
    return "" if address.startswith("postgres") else "needs PostgreSQL: set ACCORD_DATABASE=postgres://..."


def _missing_office() -> str:
    return "" if office.python() else "needs LibreOffice: apt install libreoffice-writer-nogui python3-uno"


MISSING: dict[str, Callable[[], str]] = {
    "browser": _missing_browser,
    "office": _missing_office,
    "postgresql": _missing_postgresql,
}


def must_run(mark: str) -> bool:
    """Whether a test with this mark may not be left out in this run."""
    return bool(os.environ.get("ACCORD_CI")) and (mark in ANYWHERE or bool(os.environ.get("ACCORD_DATABASE")))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose need is not there."""
    for mark, missing in MISSING.items():
        if item.get_closest_marker(mark) and (reason := missing()):
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test that must run into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        for mark in filter(must_run, MISSING):
            if item.get_closest_marker(mark):
                report.outcome = "failed"
                report.longrepr = f"{item.nodeid} must run here, but was skipped: {_reason(report)}"
    return report


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
