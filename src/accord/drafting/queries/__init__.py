"""What a subject can see of the texts: rows behind one door (``rows``), frozen values for pages (the other modules)."""
