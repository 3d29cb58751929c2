"""Decisions: questions put to the council, what each member said, the outcome under a rule with its reasons."""
