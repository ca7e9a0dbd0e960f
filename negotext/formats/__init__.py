"""Papers as Markdown, HTML and JSON."""
