"""``python -m accord.cli`` does what ``accord`` does."""

from accord.cli import main

main()
