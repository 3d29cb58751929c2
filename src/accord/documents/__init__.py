"""Documents on their way: where each is, who has it, since when, what is missing, what comes next."""
