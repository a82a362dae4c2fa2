"""What stands below pictures and beside players, and who took the picture."""
