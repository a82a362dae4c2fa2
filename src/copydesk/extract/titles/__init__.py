"""The title: what is declared, what is printed, and which of them it is."""
