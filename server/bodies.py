"""Reads and checks request bodies before anything else sees them."""

import json
import re
import uuid
from typing import Annotated, Any, TypeVar

from fastapi import Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.clean import clean
from server.errors import BodyTooLarge, NotJson, Unprocessable, WrongMediaType

Model = TypeVar("Model", bound=BaseModel)
MAX_BYTES = 16 * 1024
MAX_CHARACTERS = 1000
# RFC 5646, section 2.1: a well-formed language tag, simplified to what browsers and pickers send.
LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


def _message(text: str) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("the message is empty")
    return cleaned


def _uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError as error:
        raise ValueError("must be a UUID, as given in recipient_id; leave it out for a new conversation") from error


def _language(text: str) -> str:
    if not LANGUAGE_TAG.match(text):
        raise ValueError("must be a BCP 47 language tag, such as en or pl")
    return text


class WebhookRequest(BaseModel):
    """A visitor's message. `sender`: the conversation, left out for a new one; `language`: the page's or picker's."""

    model_config = ConfigDict(extra="ignore")

    message: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS), AfterValidator(_message)]
    sender: Annotated[str, AfterValidator(_uuid)] | None = None
    language: Annotated[str, AfterValidator(_language)] | None = None
    metadata: dict[str, Any] | None = None

    @property
    def hint(self) -> str | None:
        """The language hint, from `language` or else from `metadata.language`."""
        given = self.language or (self.metadata or {}).get("language")
        return given if isinstance(given, str) and LANGUAGE_TAG.match(given) else None


class FeedbackRequest(BaseModel):
    """Whether the last answer of the conversation `sender` helped, and what was missing."""

    model_config = ConfigDict(extra="ignore")

    sender: Annotated[str, AfterValidator(_uuid)]
    helpful: bool
    comment: Annotated[str | None, Field(max_length=MAX_CHARACTERS)] = None


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return what OpenAPI says of a JSON body of `model` (the routes read their bodies themselves, to bound them)."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


async def read_message(request: Request) -> WebhookRequest:
    """Return the message in the body of `request`; raise a RequestError that says which field to mend."""
    return validate(WebhookRequest, await _read_object(request))


async def read_feedback(request: Request) -> FeedbackRequest:
    """Return the feedback in the body of `request`; raise a RequestError that says which field to mend."""
    return validate(FeedbackRequest, await _read_object(request))


def validate(model: type[Model], content: dict[str, Any]) -> Model:
    """Return `content` as `model`; raise Unprocessable that says which field to mend."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise Unprocessable("; ".join(map(_say, error.errors(include_input=False, include_url=False)))) from error


async def _read_object(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise WrongMediaType("Send JSON, with the header Content-Type: application/json.")
    try:
        content = json.loads(await read_bytes(request))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotJson("The body is not valid JSON.") from error
    if not isinstance(content, dict):
        raise NotJson('The body must be a JSON object such as {"message": "Hello"}.')
    return content


async def read_bytes(request: Request) -> bytes:
    """Return the body; raise BodyTooLarge after reading no more than is allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise BodyTooLarge(f"The body may have {MAX_BYTES} bytes at most.")
    return bytes(body)


def _say(item: Any) -> str:
    return f"{'.'.join(map(str, item['loc']))}: {item['msg'].removeprefix('Value error, ')}"
