"""Document to file."""
