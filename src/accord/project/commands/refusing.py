"""What a command says where it does not do what was asked."""


class Refusal(Exception):
    """The command cannot be done; the message is one sentence that says what to do instead. Exit status 2."""
