"""Bytes from and to the outside, and the values of the engine."""
