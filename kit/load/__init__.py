"""Text to model; every refusal has a place."""
