"""One module per command, each with `command`: it reads, asks `negotext.query`, and has the answer drawn."""
