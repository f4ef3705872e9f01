"""Rasa graph components, named in config.yml. Thin: the work is done by pure modules of `bot` and `knowledge`."""
