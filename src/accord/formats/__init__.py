"""
Bytes to engine values and back: text files, Word, HTML, PDF, Akoma Ntoso, facts, rules, positions.

Bytes from outside are parsed in a limited child process.
"""
