"""OpenDocument texts (.odt): read without loss or refused, written with the same bytes for the same text."""
