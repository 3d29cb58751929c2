"""Many at once, and processes that die: with real processes, on the engine of this run, and a control that fails."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.databases import ENGINE, database
from tests.drafting.writers import MEMBERS

ROOT = Path(__file__).resolve().parents[2]
CODES = [code for code, _name in MEMBERS]
TURNS = 4
PATIENCE = 180
"""Seconds after which a process that hangs is ended."""


@dataclass
class Room:
    """A text on a database of its own, at which processes work."""

    environment: dict[str, str]
    text: str = ""

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-W", "error", "-m", "tests.drafting.writers", *arguments]
        return subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def run(self, *arguments: str) -> list[dict[str, Any]]:
        return _heard(self.start(*arguments))

    def report(self) -> dict[str, Any]:
        return self.run("report", self.text)[0]


def _heard(process: subprocess.Popen[str]) -> list[dict[str, Any]]:
    said, _nothing = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return [json.loads(line) for line in said.splitlines()]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with database(tmp_path) as environment:
        made = Room(environment)
        made.text = made.run("found")[0]["text"]
        yield made


def _write(room: Room, *options: str) -> list[dict[str, Any]]:
    """Let all eight delegations write at once, from two processes; return what each was told."""
    halves = (CODES[:4], CODES[4:])
    processes = [room.start("write", room.text, ",".join(half), str(TURNS), *options) for half in halves]
    return [line for process in processes for line in _heard(process)]


def _assert_whole(stored: dict[str, Any]) -> None:
    """Versions and entries are numbered without a gap, and each version has its one entry."""
    count = len(stored["versions"])
    assert stored["number"] == count
    assert [number for number, _made in stored["versions"]] == list(range(1, count + 1))
    assert stored["entries"] == [[number, number, made] for number, made in stored["versions"]]
    assert stored["answers"][1:] == sorted(stored["answers"][1:], key=stored["answers"].index)
    assert set(stored["answers"][1:]) == set(stored["proposals"])


def test_eight_delegations_write_at_once_and_nothing_is_lost(room: Room) -> None:
    told = _write(room)
    assert [line for line in told if "error" in line] == []
    stored = room.report()
    _assert_whole(stored)
    assert len(stored["versions"]) == 1 + len(CODES) * TURNS
    assert {line["proposal"] for line in told} == set(stored["proposals"])
    for code in CODES:
        last = [f"The members of {code} agree for the {TURNS - 2 + turn}th time." for turn in range(2)]
        assert stored["has"][code] == "\n\n".join(last) + "\n"


def test_without_the_lock_acts_are_lost(room: Room) -> None:
    """The positive control: the same people at the same work, and some are refused for no reason of theirs."""
    told = _write(room, "--without-the-lock")
    assert [line for line in told if "error" in line]
    _assert_whole(room.report())  # what is stored is whole all the same: the constraints of the database hold


def test_form_that_is_sent_many_times_at_once_is_done_once(room: Room) -> None:
    told = room.run("twice", room.text, str(uuid4()), "8")
    assert len(told) == 8
    assert len({line.get("proposal") for line in told}) == 1
    stored = room.report()
    _assert_whole(stored)
    assert stored["proposals"] == [told[0]["proposal"]]


def test_process_that_is_killed_leaves_whole_acts_or_nothing(room: Room) -> None:
    dice = random.Random(7)  # noqa: S311 -- a moment, not a secret
    acknowledged: set[str] = set()
    for turn in range(4):
        process = room.start("write", room.text, ",".join(CODES[:4]), "1000", str(turn * 1000))
        assert process.stdout is not None
        heard = [process.stdout.readline()]  # at work now
        time.sleep(dice.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        said, _nothing = process.communicate(timeout=PATIENCE)
        lines = [json.loads(line) for line in [*heard, *said.splitlines(keepends=True)] if line.endswith("\n")]
        assert lines
        acknowledged |= {line["proposal"] for line in lines}
        stored = room.report()
        _assert_whole(stored)
        assert acknowledged <= set(stored["proposals"])


@pytest.mark.skipif(ENGINE != "sqlite", reason="one lock for the whole file is SQLite's way")
def test_locked_file_is_an_error_after_waiting_and_nothing_half_done(room: Room) -> None:
    refused, done = room.run("busy", room.text, "0.5")
    assert refused["error"] == "database is locked"
    assert refused["waited"] >= 0.5
    stored = room.report()
    _assert_whole(stored)
    assert stored["proposals"] == [done["proposal"]]
