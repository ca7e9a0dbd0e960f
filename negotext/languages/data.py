"""Access to the installed vocabulary files (`negotext.grammars`)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def load_toml(name: str) -> dict[str, Any]:
    """The parsed file `name` of `negotext.grammars`.

    Raises:
        RuntimeError: the installation lacks the file.
    """
    resource = files("negotext.grammars").joinpath(name)
    try:
        return tomllib.loads(resource.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = f"negotext is installed without its vocabulary file {name}; run: pip install -e ."
        raise RuntimeError(message) from None
