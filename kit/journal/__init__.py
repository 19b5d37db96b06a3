"""What happened to a debt: an append-only file of events."""
