"""The form: sections as data, one builder, one control for each kind of field."""
