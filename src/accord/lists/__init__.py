"""Lists in and out: the rows of a file become entries of the register, the calendar and the programme, and back."""
