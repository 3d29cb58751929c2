"""A text laid out as paragraphs, runs and tables, before it becomes a Word or an OpenDocument file."""
