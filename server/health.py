"""GET /health/live and /health/ready."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from redis.exceptions import RedisError

from server.parts import Parts

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", summary="Is the process alive?")
async def live() -> dict[str, str]:
    """Return 200 as long as the web loop runs."""
    return {"status": "live"}


@router.get("/ready", summary="Can every part do its work?")
async def ready(request: Request) -> JSONResponse:
    """Return each part's state; 503 while one of them cannot do its work."""
    parts: Parts = request.app.state.parts
    states = {
        "assistant": "ready" if parts.agent.ready else "loading",
        "redis": await _redis_state(parts),
        "knowledge": "ready",
    }
    is_ready = all(state == "ready" for state in states.values())
    content: dict[str, Any] = {"status": "ready" if is_ready else "not ready", "parts": states}
    content["knowledge_version"] = parts.library.snapshot.version
    return JSONResponse(content, 200 if is_ready else 503)


async def _redis_state(parts: Parts) -> str:
    try:
        await parts.redis.ping()
    except (RedisError, OSError):
        return "unreachable"
    return "ready"
