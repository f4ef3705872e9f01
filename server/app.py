"""Wires the parts together: the only module that knows them all. `create_app` opens files, starts a thread, connects."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from bot.agent_thread import AgentThread, connect
from bot.crisis import load_gate
from bot.models import model_path
from bot.pipeline import Pipeline
from bot.quiet import quieten
from bot.recognizer import recognizer
from knowledge.library import open_library, use
from server import conversations, errors, health, languages, pages, plain_chat, webhook
from server.parts import Parts
from server.rate_limit import RateLimit
from server.security_headers import SecurityHeaders
from server.settings import Settings

ROUTERS = (webhook.router, conversations.router, languages.router, health.router, pages.router, plain_chat.router)


def make_parts(settings: Settings) -> Parts:
    """Return the parts of a server with `settings`; the agent is not started yet. `redis_url` must be set."""
    if settings.redis_url is None:
        raise ValueError("set SIGNPOST_REDIS_URL, or start with `make run`, which starts a Redis of our own")
    library = open_library(settings.knowledge_dir)
    use(library)
    speech = recognizer(library.snapshot)
    agent = AgentThread(
        model=model_path(),
        redis_url=settings.redis_url,
        recognizer=speech,
        deadline=settings.reply_deadline,
        ttl=settings.conversation_ttl,
    )
    redis = connect(settings.redis_url)
    pipeline = Pipeline(library=library, gate=load_gate(), recognizer=speech, answer=agent.answer)
    return Parts(library, agent, pipeline, RateLimit(redis, settings.rate_limit), redis)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application with `settings`, by default those of the environment."""
    quieten()
    chosen = settings or Settings()
    parts = make_parts(chosen)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        parts.agent.start()
        yield
        parts.agent.stop()
        await parts.redis.aclose()

    app = FastAPI(title="Signpost", version="1", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.parts = parts
    app.add_middleware(SecurityHeaders)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=chosen.allowed_origins,
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type"],
    )
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    pages.mount(app)
    return app
