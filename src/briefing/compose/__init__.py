"""Facts to document: audience view, packs, guard, traced values, phrases, blocks."""
