"""What is known: frozen values, the field list, paths, edits, files."""
