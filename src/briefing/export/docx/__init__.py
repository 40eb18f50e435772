"""The DOCX writer: one pass of XML into a letterhead."""
