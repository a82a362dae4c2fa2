"""Days and times: reading them, and choosing those of the story."""
