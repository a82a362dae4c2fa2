"""Puts this folder's helpers on the path."""
