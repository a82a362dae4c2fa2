"""What a story is about, as its page says: section labels and tags."""
