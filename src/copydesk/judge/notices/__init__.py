"""Small print, and what the house says of itself."""
