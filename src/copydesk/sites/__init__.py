"""What is known of single sites: profiles as data, and which one a page belongs to."""
