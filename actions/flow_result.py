"""How the questions end: a service and a contact, with the reason in words and what would change it."""

from dataclasses import replace

from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn
from actions.voice import Voice
from knowledge.questions import Flow, GuideRule, Rule

OUTCOMES = {"fits": "guide_fits", "may-fit": "guide_may_fit", "not-this": "guide_not"}
DEFAULT_ROUTE = "general-enquiries"


def result(asked: Turn, flow: Flow) -> Outcome:
    """Return the outcome of the answers, and forget them. The content is checked on load: there always is one."""
    rule = flow.outcome(asked.memory.answers)
    if rule is None:
        raise LookupError("no rule holds; the content's check should have found this")
    voice = asked.voice
    texts = _guide(voice, rule) if isinstance(rule, GuideRule) else _lane(asked, voice, flow, rule)
    topic = asked.library.snapshot.topics[rule.service]
    reply = Reply(
        "guide",
        texts,
        topic=topic.id,
        routes=[topic.contact or DEFAULT_ROUTE],
        suggestions=[topic.id, *topic.related][:3],
        buttons=[{"title": voice.phrase("guide_again"), "payload": f'/flow{{"flow": "{asked.memory.flow}"}}'}],
        sources=[topic.id],
        copy=None if isinstance(rule, GuideRule) else texts[-1],
    )
    return Outcome(reply, voice, replace(asked.memory, flow=None, answers={}, trail=asked.memory.after(topic.id)))


def _guide(voice: Voice, rule: GuideRule) -> list[str]:
    service = voice.label(rule.service)
    return [
        voice.phrase(OUTCOMES[rule.outcome], service=service),
        voice.phrase("guide_reason", reason=voice.say(rule.reason)),
        voice.phrase("guide_change", change=voice.say(rule.change)),
        voice.phrase("guide_next", next=voice.say(rule.next)),
    ]


def _lane(asked: Turn, voice: Voice, flow: Flow, rule: Rule) -> list[str]:
    """Return the service, and what the professional told us as plain text to copy; nothing else of theirs is in it."""
    lines = [voice.phrase("lane_summary")]
    keys = {"role": "lane_summary_role", "setting": "lane_summary_setting", "service": "lane_summary_need"}
    for due in flow.questions:
        given = next((one.name for one in due.options if one.id == asked.memory.answers.get(due.id)), None)
        if given:
            lines.append(voice.phrase(keys[due.id], answer=voice.say(given)))
    lines.append(voice.phrase("lane_summary_service", service=voice.label(rule.service)))
    return [voice.phrase("lane_result", service=voice.label(rule.service)), "\n".join(lines)]
