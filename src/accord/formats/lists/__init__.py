"""Lists: a CSV file or a spreadsheet (.xlsx) <-> rows of words. What a row means is said elsewhere."""
