"""The assistant's actions: read the turn, ask `knowledge`, answer. Served in-process, or by `rasa run actions`."""
