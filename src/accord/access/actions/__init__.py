"""What is done about sign-ins themselves."""
