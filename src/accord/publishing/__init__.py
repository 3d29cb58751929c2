"""What was released to the public."""
