"""The settings, from the environment; checked at start. The README's table is compared with this by a test."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from knowledge.store import SHIPPED_CONTENT


class Settings(BaseSettings):
    """One field a setting; `PORT` stands alone, the others carry the prefix `SIGNPOST_`."""

    model_config = SettingsConfigDict(env_prefix="SIGNPOST_", extra="ignore", frozen=True)

    port: Annotated[int, Field(ge=1, le=65535, validation_alias="PORT", description="Port to serve on")] = 8000
    redis_url: Annotated[str | None, Field(description="Redis or Valkey to use; unset: one of our own is started")] = (
        None
    )
    workers: Annotated[int, Field(ge=1, le=64, description="Server processes")] = 1
    rate_limit: Annotated[int, Field(ge=0, description="Messages a minute and client; 0 = no limit")] = 30
    conversation_ttl: Annotated[int, Field(ge=1, description="Seconds a conversation lives after its last message")] = (
        1800
    )
    allowed_origins: Annotated[
        list[str], NoDecode, Field(description="Sites that may embed the widget, separated by commas")
    ] = []
    knowledge_dir: Annotated[Path, Field(description="Folder of the content")] = SHIPPED_CONTENT
    secret: Annotated[str | None, Field(description="Signs staff sessions; required outside local use")] = None
    reply_deadline: Annotated[float, Field(gt=0, le=60, description="Seconds until a reply must be there")] = 4.0

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
