"""Section and tags: what a story is filed under, and what it is about."""
