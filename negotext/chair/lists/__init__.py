"""What the screens Who, Open, Log and Compare list, as rows of words; nothing of Textual in it."""
