"""Who the writer is, as the page says beside its story."""
