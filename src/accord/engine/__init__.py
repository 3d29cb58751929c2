"""The rules of the work as pure Python: values in, values out; no Django, clock, files or network."""
