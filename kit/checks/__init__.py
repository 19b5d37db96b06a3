"""Facts to findings: each check asks about a rule of law, never about a state by name."""
