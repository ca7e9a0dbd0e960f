"""`negotext completion`: what a shell needs to complete what a person types."""

from __future__ import annotations

import sys

import click
from click.shell_completion import get_completion_class

from ..errors import Unusable
from ..program import program

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print what a shell needs to complete commands and codes.

    SHELL is bash, zsh or fish. Completed are commands, options, languages, stances, groups, and of the draft
    named on the line the delegations that speak in it and the addresses of its paragraphs.

    \b
    Once, then open a new shell:
      bash (4.4 or newer)   negotext completion bash >> ~/.bashrc
      zsh                   negotext completion zsh >> ~/.zshrc
      fish                  negotext completion fish > ~/.config/fish/completions/negotext.fish

    \b
    Or for this shell alone:
      eval "$(negotext completion bash)"
    """
    completer = get_completion_class(shell)
    if completer is None:
        raise Unusable(f"there is no completion for {shell}")
    sys.stdout.write(completer(program, {}, "negotext", "_NEGOTEXT_COMPLETE").source())
