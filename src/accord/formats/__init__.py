"""Bytes to engine values and back: text files, Word. Bytes from outside are parsed in a limited child process."""
