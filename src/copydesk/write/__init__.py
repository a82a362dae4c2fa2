"""What is written to `clean/`, each file whole or not at all."""
