"""Judges: what each line of a page is, if it is not the story. `order` says who is asked when."""
