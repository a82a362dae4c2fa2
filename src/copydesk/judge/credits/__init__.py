"""Whose reporting a story rests on, and who helped."""
