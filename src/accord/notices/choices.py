"""Choices of notices that forms offer."""

from __future__ import annotations

from accord.notices.models import Way

WAYS = tuple(Way.choices)
"""When a person can be told, as (value, words)."""
