"""negotext reads bracketed negotiating drafts: who wants which words, where."""

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """`__version__`, looked up in the metadata of the installed package when somebody asks for it."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Finding the metadata takes longer than everything `negotext --help` does.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("negotext")
    except PackageNotFoundError:
        return "unknown (not installed)"
