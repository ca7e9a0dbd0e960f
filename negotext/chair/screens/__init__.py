"""Whole screens, each a ChairScreen."""
