"""Understanding and dialogue: reads a visitor's message safely, understands it, answers it."""

from bot.without_tensorflow import stand_in

# Here, because it has to come before the first import of Rasa, wherever that is.
stand_in()
