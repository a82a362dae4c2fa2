"""What the tests of this folder share lies beside this file, which puts it on the path."""
