"""Document to pages: layout and painter, on QtGui only."""
