"""What is kept out of the logs: the secret parts of addresses that are sent to one person alone."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(/notices/(?:confirm|stop)/|/calendar/)[^/\s?]{16,}")


class WithoutSecrets(logging.Filter):
    """Take the secret part of an address out of a line, whatever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line in place; every line is written."""
        message = record.getMessage()
        plain = SECRET.sub(r"\1…", message)
        if plain != message:
            record.msg, record.args = plain, ()
        return True
