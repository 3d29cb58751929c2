"""Each file of the corpus is refused with a reason or read rightly, in ≤ 10 s and ≤ 512 MB; we are untouched."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from accord.formats import child
from accord.formats.documents import read_document
from accord.formats.textfile import UnreadableFile
from tests.formats.packages import zipped
from tests.formats.word_corpus import CORPUS, SOUND, TEXT, Either, Read, Refused

Usage = list[tuple[float, int]]

LAUNCHER = """
import os, signal, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, setsigdef=[signal.SIGTERM])
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as told:
    told.write(str(usage.ru_maxrss))
ended = os.waitstatus_to_exitcode(status)
os.kill(os.getpid(), signal.SIGKILL) if ended < 0 else os._exit(ended)
"""
"""
Starts the child from a process that is small: the peak of a process counts that of the one which started it. Told to
end, it lets the child end and still says how much that took.
"""


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Usage:
    """Return seconds and kilobytes that each child of the test took; it is run as ever, but by a small launcher."""
    found: Usage = []

    told = tmp_path / "kilobytes"

    def run(command: Sequence[str], *, input: bytes, env: dict[str, str], timeout: float, **_how: Any) -> Any:  # noqa: A002
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-S", "-c", LAUNCHER, told, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            start_new_session=True,
        )
        assert process.stdout
        feeding = threading.Thread(target=_feed, args=(process, input))
        killing = threading.Timer(timeout, os.killpg, (process.pid, signal.SIGTERM))
        feeding.start()
        killing.start()
        said = process.stdout.read()
        process.wait()
        killing.cancel()
        feeding.join()
        process.stdout.close()
        found.append((time.perf_counter() - start, int(told.read_text())))
        return subprocess.CompletedProcess(command, process.returncode, said, b"")

    monkeypatch.setattr(child.subprocess, "run", run)
    return found


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin
    try:
        process.stdin.write(data)
        process.stdin.close()
    except BrokenPipeError:  # the child has refused before it had read all
        process.stdin = None


def outcome(data: bytes) -> tuple[str, str]:
    """Return why a file is refused, or what it says."""
    try:
        return "", read_document(data, "x.docx").text
    except UnreadableFile as error:
        return error.reason, ""


@pytest.mark.parametrize("case", CORPUS)
def test_word_file_of_the_corpus_is_refused_with_a_reason_or_read_rightly(case: str, used: Usage) -> None:
    build, verdict = CORPUS[case]
    reason, text = outcome(build())
    if reason:
        assert not isinstance(verdict, Read), reason
        assert re.search(verdict.reason, reason), reason
    else:
        assert not isinstance(verdict, Refused), text[:200]
        assert text == verdict.text
    for seconds, kilobytes in used:
        assert seconds < child.SECONDS + 1
        assert kilobytes < child.MEMORY // 1024
    assert len(used) == 1


def test_word_corpus_is_measured(used: Usage) -> None:
    assert read_document(zipped(SOUND), "x.docx").text == TEXT
    ((seconds, kilobytes),) = used
    assert 0.01 < seconds < child.SECONDS
    assert 1_000 < kilobytes < child.MEMORY // 1024


def test_word_corpus_has_more_than_a_hundred_cases_of_each_verdict_some() -> None:
    verdicts = [type(verdict) for _, verdict in CORPUS.values()]
    assert len(verdicts) > 100
    assert {verdicts.count(each) > 10 for each in (Refused, Read, Either)} == {True}
