"""The notation of bracketed drafts and one lexicon per language: data only.

Installed as ``negotext.grammars``. ``*.lark`` says how brackets and attributions are written, ``*.toml``
which words a language uses for them.
"""
