"""What asks, offers, shares, and leads to other stories."""
