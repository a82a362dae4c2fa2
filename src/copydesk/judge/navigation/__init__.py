"""What moves a reader about the page and its site."""
