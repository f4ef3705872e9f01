"""POST /webhook, and its alias for existing Rasa REST clients."""

import uuid
from typing import Any

from fastapi import APIRouter, Request

from bot.messages import Incoming
from server.bodies import WebhookRequest, body_of, read_message
from server.parts import Parts

router = APIRouter(tags=["conversation"])
BODY = body_of(WebhookRequest)


@router.post("/webhook", openapi_extra=BODY, summary="Send a message, get the reply")
@router.post("/webhooks/rest/webhook", openapi_extra=BODY, summary="The same, where Rasa's REST channel has it")
async def webhook(request: Request) -> list[dict[str, Any]]:
    """Return the reply in Rasa's REST-channel shape; the element with `custom` is the turn's summary."""
    parts: Parts = request.app.state.parts
    body = await read_message(request)
    message = Incoming(body.message, body.sender or str(uuid.uuid4()), body.hint)
    client = request.client.host if request.client else "unknown"
    elements = await parts.pipeline.reply(message, admit=lambda: parts.rate_limit.admit(client))
    return [{"recipient_id": message.sender, **element} for element in elements]
