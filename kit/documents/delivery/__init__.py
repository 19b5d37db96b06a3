"""How papers leave the house: drafts of emails, envelopes, and what goes with certified mail."""
