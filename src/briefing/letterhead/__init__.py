"""A letterhead .docx read into styles, page, header and footer."""
