"""Signing: who signed what and when, originals and copies, and how each member stands to a decision."""
