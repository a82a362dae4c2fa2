"""What only text without markup needs: its edges, its gaps, its posts and questions."""
