"""What a document says, before any format: the draft and the session set as paragraphs, tables, notes and remarks.

Pure. `negotext.word` and `negotext.formats` write it; nothing here knows of XML, HTML or Markdown.
"""
