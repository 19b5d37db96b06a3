"""Which step is next, since when, and every reason why not."""
