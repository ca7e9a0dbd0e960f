"""Questions over a screen; each returns a typed result."""
