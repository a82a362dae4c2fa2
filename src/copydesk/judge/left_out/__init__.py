"""The lines that the keeper leaves out: what each of them is."""
