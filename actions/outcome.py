"""What an answer consists of: a reply, the voice it was said in, and what to remember."""

from dataclasses import dataclass

from actions.memory import Memory
from actions.reply import Reply
from actions.voice import Voice


@dataclass
class Outcome:
    """The reply to one turn with its voice, and the conversation's memory after it."""

    reply: Reply
    voice: Voice
    memory: Memory
