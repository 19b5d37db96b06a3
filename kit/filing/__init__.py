"""A small claim, from the case to the packet: looked at, drawn up, bound, proved, put into the case."""
