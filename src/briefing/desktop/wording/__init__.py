"""Wording by hand on the page: a paragraph opened for rewriting in place, and what was done to paragraphs before."""
