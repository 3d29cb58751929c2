"""What of the questions a subject can see, and their pages."""

from accord.decisions.queries.lists import question_list, rule_line, rules_for
from accord.decisions.queries.page import question_page
from accord.decisions.queries.rows import (
    adopting,
    is_before_council,
    question_row,
    questions_about,
    silences_running,
    text_fingerprint,
    visible_questions,
)
from accord.decisions.queries.seats import apart_at, empty_at, sat_apart, voted_at, was_voted
from accord.decisions.queries.whole import Gathered, Whole, open_questions_of, rule_of, whole, zones_of

__all__ = [
    "Gathered",
    "Whole",
    "adopting",
    "apart_at",
    "empty_at",
    "is_before_council",
    "open_questions_of",
    "question_list",
    "question_page",
    "question_row",
    "questions_about",
    "rule_line",
    "rule_of",
    "rules_for",
    "sat_apart",
    "silences_running",
    "text_fingerprint",
    "visible_questions",
    "voted_at",
    "was_voted",
    "whole",
    "zones_of",
]
