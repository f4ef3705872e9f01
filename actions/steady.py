"""Keeps the assistant from saying the same thing three times running."""

from dataclasses import replace

from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn

AT_MOST = 2


def steady(asked: Turn, outcome: Outcome) -> Outcome:
    """Return `outcome`, or, when it was given twice in a row already, an apology with the contact instead."""
    said = "\n".join(outcome.reply.texts)
    times = asked.memory.times + 1 if said == asked.memory.said else 1
    outcome.memory = replace(outcome.memory, said=said, times=times)
    if times <= AT_MOST:
        return outcome
    voice = asked.voice
    routes = outcome.reply.routes or ["general-enquiries"]
    reply = Reply(outcome.reply.kind, [voice.phrase("said_already")], topic=outcome.reply.topic, routes=routes)
    reply.suggestions = outcome.reply.suggestions
    return Outcome(reply, voice, replace(outcome.memory, said="", times=0))
