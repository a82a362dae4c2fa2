"""Pages to metadata and main content."""
