"""What a reader of the page does not see, or only when asked for."""
