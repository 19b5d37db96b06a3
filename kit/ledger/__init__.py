"""What is owed on a day, and why. Pure, exact, no files."""
