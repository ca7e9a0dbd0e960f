"""`negotext stats`: what a draft holds, in numbers."""

from __future__ import annotations

import json
import sys

import click

from negotext import query
from negotext.languages import load_registry

from ..loading import load
from ..options import draft_argument, format_option, language_option
from ..terminal import is_terminal, screen


@click.command("stats")
@draft_argument
@language_option
@format_option("table", "json", default="a table on a terminal, otherwise json")
def command(draft: str, language: str | None, form: str | None) -> None:
    """Count brackets, positions and delegations.

    The table also says who stands in whose way: who objects to words that another has proposed.

    \b
    Examples:
      negotext stats draft.txt
      negotext stats draft.txt --format json | jq .brackets.contested

    \b
    In the JSON:
      paragraphs          numbered paragraphs of the draft itself
      brackets.contested  brackets with words under negotiation, outermost; contested_all is every one,
                          max_depth how deep they are nested
      brackets.editorial  brackets without such words; placeholder and attribution are among them
      brackets.unclosed   brackets without their partner; and unopened
      positions           how many of each stance
      delegations         how many positions each holds
      words_in_brackets   words in contested brackets, of all words; a Han character is a word
      diagnostics         how many faults of each code
    """
    read = load(draft, language)
    if form == "json" or (form is None and not is_terminal()):
        sys.stdout.write(json.dumps(query.statistics(read), ensure_ascii=False, indent=2) + "\n")
        return
    from ..draw.figures import draw_figures

    console = screen()
    console.print(draw_figures(read, load_registry(read.language), console.width))
