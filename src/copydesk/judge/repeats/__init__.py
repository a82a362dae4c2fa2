"""What its own page has said before."""
