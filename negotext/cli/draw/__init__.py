"""How values are shown to people: text with carets, coloured text, tables. Drawing decides nothing."""
