"""Names: reading them, telling people from the rest, and choosing who wrote the story."""
