"""Where the work on pages is done: in this process or in worker processes."""
