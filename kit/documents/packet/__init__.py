"""A packet: parts joined into one PDF with contents, bookmarks, exhibit covers and a stamp on every page."""
