"""What tests of several rooms share lies beside this file, which puts it on the path."""
