"""The demonstration as somebody starts it: the command, a data folder, an address, Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 90
"""Seconds within which the command has said that it serves."""


class RunningDemo:
    """A running ``accord demo``, in a process group of its own as a terminal gives it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._log = folder.with_suffix(".log")
        command = [sys.executable, "-m", "accord.cli", "demo", "--data", str(folder), "--port", str(self.port)]
        with self._log.open("w", encoding="utf-8") as out:
            self._process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, cwd=folder.parent, start_new_session=True
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while "Ctrl-C stops" not in self.printed:
            assert self._process.poll() is None, self.printed
            assert time.monotonic() < end, self.printed
            time.sleep(0.05)

    @property
    def printed(self) -> str:
        """What the command has printed."""
        return self._log.read_text(encoding="utf-8")

    @property
    def passphrase(self) -> str:
        """The passphrase of every sign-in."""
        found = re.search(r"passphrase of every sign-in: (\S+)", self.printed)
        assert found, self.printed
        return found[1]

    def stop(self) -> None:
        """Press Ctrl-C, as a terminal does it."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGINT)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
