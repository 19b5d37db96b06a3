"""The blanks of each document and the function that fills them, one module a document."""
