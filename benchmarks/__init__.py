"""Times the server as visitors meet it: a real process, over HTTP, with a Redis of its own."""
