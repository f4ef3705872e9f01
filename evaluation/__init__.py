"""Measures the assistant on messages that it was never trained on, through the same door as visitors."""
