"""What cannot be right: dossier to findings."""
