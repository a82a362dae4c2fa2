"""What pages are to one another: copies, near-copies, and the clusters they make."""
