"""Wiping a conversation, and telling whether an answer helped."""

import logging
import uuid

from fastapi import APIRouter, Request, Response

from bot.quiet import describe
from server.bodies import FeedbackRequest, body_of, read_feedback
from server.errors import Unprocessable, problem
from server.parts import Parts

logger = logging.getLogger(__name__)
router = APIRouter(tags=["conversation"])


@router.delete("/conversations/{conversation_id}", status_code=204, summary="Wipe a conversation")
@router.post("/conversations/{conversation_id}/forget", status_code=204, summary="The same, for sendBeacon")
async def forget(conversation_id: str, request: Request) -> Response:
    """Wipe the conversation. 204, also when there is none; 503 when it could not be wiped now."""
    parts: Parts = request.app.state.parts
    try:
        known = str(uuid.UUID(conversation_id))
    except ValueError as error:
        raise Unprocessable("The conversation's id must be a UUID.") from error
    try:
        await parts.agent.forget(known)
    except Exception as error:  # noqa: BLE001  Redis or the agent may be gone in many ways; say so, and leave nothing half told
        logger.error("conversation not wiped: %s", describe(error))
        return problem(503, "The conversation could not be deleted just now. It expires by itself; please try again.")
    return Response(status_code=204)


@router.post(
    "/feedback", status_code=204, openapi_extra=body_of(FeedbackRequest), summary="Tell whether the last answer helped"
)
async def feedback(request: Request) -> Response:
    """Note it. 204, also when the conversation is unknown or the note could not be kept: a visitor is not to be bothered."""
    parts: Parts = request.app.state.parts
    told = await read_feedback(request)
    try:
        await parts.agent.feedback(told.sender, helpful=told.helpful, comment=told.comment)
    except Exception as error:  # noqa: BLE001  as above: Redis or the agent may be gone in many ways
        logger.error("feedback not kept: %s", describe(error))
    return Response(status_code=204)
