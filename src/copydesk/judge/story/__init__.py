"""Lines that what stands around them makes the story's, or takes with it."""
