"""Facts to paper."""
