"""Official court forms: the user's blank, what answers it, and the proof that it was filled whole."""
