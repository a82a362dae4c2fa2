"""The headline, the standfirst, and what says either once more."""
