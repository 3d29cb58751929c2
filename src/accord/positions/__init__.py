"""Situations and what is reported of them."""
