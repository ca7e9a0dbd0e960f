"""Word in and out: papers as .docx packages, and .docx drafts as texts that can be read."""
