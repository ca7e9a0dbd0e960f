"""The terminal of the chair, and the view for the room."""
