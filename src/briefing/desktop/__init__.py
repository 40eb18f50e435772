"""What is seen: session, window, form, page view."""
