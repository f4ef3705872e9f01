"""Questions one at a time: the guide for visitors, and the professionals' lane. Each can be skipped, or left at any time."""

from dataclasses import replace

from actions.flow_result import result
from actions.outcome import Outcome
from actions.remit import MASK
from actions.reply import Reply
from actions.turn import Turn
from actions.voice import Voice
from knowledge.questions import Flow, Option, Question
from knowledge.text import fold

# A message that is surely about a topic leaves the questions, and is answered.
LEAVES_ABOVE = 0.8


def flow_step(asked: Turn) -> Outcome | None:
    """Return the next question or the result; None when no questions are under way, or when the message leaves them."""
    named = asked.entity("flow")
    if named in ("guide", "professional"):
        return start(asked, named)
    if asked.memory.flow is None:
        return None
    if asked.intent == "reply":
        return _said(asked, asked.entity("reply"))
    chosen = option(asked, current(asked))
    if chosen:
        return take(asked, chosen.id)
    if MASK in asked.text:
        return question(asked, first="no_client_details")
    return None if _leaves(asked) else question(asked)


def start(asked: Turn, flow: str) -> Outcome:
    """Return the first question of `flow`."""
    fresh = replace(asked, memory=replace(asked.memory, flow=flow, answers={}))
    return question(fresh, first="guide_start" if flow == "guide" else "lane_start")


def take(asked: Turn, answer: str | None) -> Outcome:
    """Note `answer` (an option's id; None when skipped); return the next question, or the result after the last."""
    answers = {**asked.memory.answers, current(asked).id: answer}
    going = replace(asked, memory=replace(asked.memory, answers=answers))
    return question(going) if len(answers) < len(questions(asked).questions) else result(going, questions(asked))


def question(asked: Turn, first: str | None = None) -> Outcome:
    """Return the question that is due, with a button for each answer; `first`: the key of a phrase to begin with."""
    voice, due = asked.voice, current(asked)
    texts = [*([voice.phrase(first)] if first else []), voice.say(due.text)]
    return Outcome(Reply("guide", texts, buttons=_buttons(voice, due)), voice, asked.memory)


def questions(asked: Turn) -> Flow:
    """Return the questions under way."""
    snapshot = asked.library.snapshot
    return snapshot.guide if asked.memory.flow == "guide" else snapshot.professionals


def current(asked: Turn) -> Question:
    """Return the question that is due."""
    return questions(asked).questions[len(asked.memory.answers)]


def option(asked: Turn, due: Question) -> Option | None:
    """Return the answer that a button, an answer's own words, or the gazetteer's terms in the message name."""
    pressed = asked.entity("answer")
    typed = fold(asked.text)
    mentioned = {f"{kind}/{value}" for kind, values in asked.entities.items() for value in values}
    named = [one for one in due.options if one.id == pressed or typed in _names(asked.voice, one)]
    return next(iter([*named, *(one for one in due.options if mentioned & set(one.terms))]), None)


def _names(voice: Voice, one: Option) -> set[str]:
    return {fold(one.name), fold(voice.say(one.name))}


def _said(asked: Turn, reply: str | None) -> Outcome | None:
    """Return what follows "skip", "stop", "start again" or "back" between the questions."""
    if reply == "stop":
        voice = asked.voice
        stopped = Reply("conversation", [voice.phrase("guide_stopped")], suggestions=["about-service", "who-we-help"])
        return Outcome(stopped, voice, replace(asked.memory, flow=None, answers={}))
    if reply == "again":
        return start(asked, asked.memory.flow or "guide")
    if reply == "back":
        kept = dict(list(asked.memory.answers.items())[:-1])
        return question(replace(asked, memory=replace(asked.memory, answers=kept)))
    return take(asked, None) if reply in ("skip", "no", "none", "guide", "nothing") else question(asked)


def _leaves(asked: Turn) -> bool:
    return asked.is_pressed or asked.intent == "language-request" or asked.confidence >= LEAVES_ABOVE


def _buttons(voice: Voice, due: Question) -> list[dict[str, str]]:
    answers = [{"title": voice.say(one.name), "payload": f'/flow{{"answer": "{one.id}"}}'} for one in due.options]
    ways_out = (("guide_skip", "skip"), ("guide_stop", "stop"))
    return answers + [{"title": voice.phrase(key), "payload": f'/reply{{"reply": "{name}"}}'} for key, name in ways_out]
