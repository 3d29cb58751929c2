"""Reports handed in: read into draft records with their evidence. Nothing enters the register by reading."""
