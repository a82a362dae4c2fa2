"""What is remembered between runs: caches of what the raw pages make, never the truth."""
