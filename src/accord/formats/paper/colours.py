"""The colours of a written document, as six hexadecimal digits. Nothing is said by them alone."""

OPEN, AGREED = "A3262B", "14584A"
"""Brackets and what was reopened; what is agreed."""

INK, SOFT, LINE = "17201C", "46514B", "D3DAD5"
"""The wording; what stands around it; the lines of a table."""

PALE, CARE = "F1F4F2", "FBF2E1"
"""The ground of a choice's first alternative and of the legend; that of the other alternatives."""
