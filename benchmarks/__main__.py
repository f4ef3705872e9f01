"""`python -m benchmarks`: how long our own server takes, alone and with many visitors, early and late in a conversation.

The comparison with stock Rasa (`rasa run`, DIET, TED) in the same run is not part of it yet.
"""

import argparse
import asyncio
import statistics
import time

import httpx

from benchmarks.serving import serving
from bot.training import train_if_needed
from evaluation.messages import read_messages

WARM_UP = 30
LATE, EARLY = 400, 5
SPREAD = 20


def main(arguments: list[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--messages", type=int, default=400, help="messages for each measurement (default 400)")
    parser.add_argument("--visitors", type=int, default=8, help="visitors at once (default 8)")
    chosen = parser.parse_args(arguments)
    train_if_needed()
    texts = [message.text for message in read_messages("en") if not message.is_crisis]
    with serving() as server:
        rows = asyncio.run(_measure(server.url, texts, chosen.messages, chosen.visitors))
        memory = server.memory_mb
    rows = [("start to first answer", f"{server.start_seconds:.1f} s"), *rows]
    rows.append(("memory of the worker", f"{memory:.0f} MB" if memory else "not told by this system"))
    print("| what | measured |\n|---|---|")
    print("\n".join(f"| {what} | {measured} |" for what, measured in rows))


async def _measure(url: str, texts: list[str], count: int, visitors: int) -> list[tuple[str, str]]:
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        await _times(client, texts, WARM_UP)
        alone = await _times(client, texts, count)
        began = time.perf_counter()
        await asyncio.gather(*(_times(client, texts, count // visitors) for _ in range(visitors)))
        rate = count // visitors * visitors / (time.perf_counter() - began)
        growth = await _growth(client)
    return [
        ("one visitor alone, median", f"{statistics.median(alone) * 1000:.1f} ms"),
        ("one visitor alone, 95th percentile", f"{statistics.quantiles(alone, n=20)[-1] * 1000:.1f} ms"),
        (f"{visitors} visitors at once", f"{rate:.0f} messages a second"),
        (f"message {LATE} of a conversation against message {EARLY}", f"{growth:.2f} times"),
    ]


async def _times(client: httpx.AsyncClient, texts: list[str], count: int) -> list[float]:
    """Return the seconds that each of `count` messages took, each in a conversation of its own."""
    return [await _time(client, {"message": texts[number % len(texts)]}) for number in range(count)]


async def _growth(client: httpx.AsyncClient) -> float:
    """Return the median time around message 400 of one conversation, over that around message 5."""
    first = await client.post("/webhook", json={"message": "hello"})
    body = {"message": "what are your opening hours", "sender": first.json()[0]["recipient_id"]}
    times = [await _time(client, body) for _ in range(LATE + SPREAD)]
    return statistics.median(times[LATE - SPREAD :]) / statistics.median(times[EARLY : EARLY + SPREAD])


async def _time(client: httpx.AsyncClient, body: dict[str, str]) -> float:
    began = time.perf_counter()
    (await client.post("/webhook", json=body)).raise_for_status()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
