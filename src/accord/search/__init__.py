"""Finding words in all that a subject can see."""
