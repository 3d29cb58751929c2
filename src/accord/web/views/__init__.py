"""One module an area: find, check the form, act, show."""
