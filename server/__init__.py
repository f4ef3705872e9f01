"""The web server: FastAPI around the assistant. `app.py` is the only place where things are wired together."""
