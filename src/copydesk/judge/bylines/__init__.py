"""Who wrote the story, and when it was put out, on lines of their own."""
