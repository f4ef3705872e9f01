"""Asks back when the message is not understood; twice in a row, gives the contact routes instead."""

from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn

OFFERED = 3
START = ["about-service", "who-we-help", "general-enquiries"]
# Never offered as a guess: they answer nothing.
NOT_OFFERED = {"greet", "closing", "out-of-scope"}


def clarify(asked: Turn) -> Outcome:
    """Return the question which topic is meant, or the contact routes when it was asked the turn before."""
    again = asked.memory.unsure_turns >= 1
    voice = asked.voice
    reply = Reply(
        kind="clarify",
        texts=[voice.phrase("clarify_routes" if again else "clarify")],
        routes=list(asked.library.snapshot.contacts) if again else ["general-enquiries"],
        suggestions=likeliest(asked),
        buttons=[{"title": voice.phrase("guide_name"), "payload": '/flow{"flow": "guide"}'}],
    )
    if not again:
        reply.buttons.append({"title": voice.phrase("none_of_these"), "payload": '/reply{"reply": "none"}'})
    return Outcome(reply, voice, asked.memory)


def likeliest(asked: Turn) -> list[str]:
    """Return the three topics most likely meant; general ones when nothing is known of the message."""
    guesses = [name for name, _ in asked.ranking if name not in NOT_OFFERED]
    return list(dict.fromkeys([*guesses, *START]))[:OFFERED]
