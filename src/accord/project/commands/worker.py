"""
The application in a worker of ``accord demo`` and ``accord serve``.

Ctrl-C and the closing of a terminal reach every process that runs in it. The workers leave both to their parent, which
lets each finish what it is answering; and a worker whose parent is gone does not go on alone.
"""

from __future__ import annotations

import os
import signal
import threading
import time

from accord.project.wsgi import application

__all__ = ["application"]


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
