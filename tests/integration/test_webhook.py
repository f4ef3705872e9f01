"""The public contract of the webhook, against a real server."""

import json
import uuid
from collections.abc import Callable

import httpx
import pytest
from support import Talk

Start = Callable[..., Talk]
SUMMARY_KEYS = {
    "topic", "kind", "suggestions", "routes", "contacts", "language", "direction", "translation", "crisis", "sources",
}  # fmt: skip


def test_a_rasa_rest_client_gets_rasas_shape(client: httpx.Client) -> None:
    response = client.post("/webhooks/rest/webhook", json={"sender": str(uuid.uuid4()), "message": "hello"})
    elements = response.json()
    assert response.status_code == 200
    assert all(set(element) <= {"recipient_id", "text", "buttons", "custom"} for element in elements)
    assert any("text" in element for element in elements)
    assert all(set(button) == {"title", "payload"} for element in elements for button in element.get("buttons", []))


def test_exactly_one_element_carries_the_summary(talk: Start) -> None:
    summary = talk().say("hello").summary
    assert set(summary) >= SUMMARY_KEYS
    assert (summary["topic"], summary["kind"], summary["translation"]) == ("greet", "conversation", "original")


def test_the_conversation_gets_an_id_that_stays(talk: Start) -> None:
    chat = talk().say("hello")
    first = chat.sender
    assert uuid.UUID(first)
    assert chat.say("thanks").sender == first


def test_two_visitors_without_sender_are_two_conversations(talk: Start) -> None:
    assert talk().say("hello").sender != talk().say("hello").sender


def test_posting_a_payload_is_the_same_as_asking(talk: Start) -> None:
    chat = talk().say("hello")
    assert chat.press("commissioning").summary["topic"] == "commissioning"


def test_a_command_that_is_none_of_ours_is_words(talk: Start) -> None:
    for message in ("/restart", "/session_start", '/answer{"topic": "nonsense-topic"}'):
        assert talk().say(message).text


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({"message": ""}, 422, "message"),
        ({"message": "   \u202e "}, 422, "message"),
        ({"message": "a" * 1001}, 422, "message"),
        ({}, 422, "message"),
        ({"message": 7}, 422, "message"),
        ({"message": "hi", "sender": "default"}, 422, "sender"),
        ({"message": "hi", "language": "not a tag!"}, 422, "language"),
        ([], 400, "object"),
    ],
)
def test_bad_fields_get_problem_details(client: httpx.Client, body: object, status: int, said: str) -> None:
    assert_problem(client.post("/webhook", json=body), status, said)


def test_bad_bodies_get_problem_details(client: httpx.Client) -> None:
    as_json = {"content-type": "application/json"}
    assert_problem(client.post("/webhook", content=b"{", headers=as_json), 400, "JSON")
    assert_problem(client.post("/webhook", content=b"\xff\xfe", headers=as_json), 400, "JSON")
    assert_problem(
        client.post("/webhook", content=b'{"message":"hi"}', headers={"content-type": "text/plain"}), 415, "JSON"
    )
    large = json.dumps({"message": "hi", "metadata": {"x": "y" * 17_000}}).encode()
    assert_problem(client.post("/webhook", content=large, headers=as_json), 413, "16384")
    assert_problem(client.post("/webhook", content=b"[" * 9000, headers=as_json), 400, "JSON")


def test_other_errors_are_problem_details_too(client: httpx.Client) -> None:
    assert_problem(client.get("/nowhere"), 404, "")
    assert_problem(client.get("/webhook"), 405, "")


def assert_problem(response: httpx.Response, status: int, said: str) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert said in problem["detail"]
    assert "Traceback" not in response.text


def test_a_longest_message_is_answered(talk: Start) -> None:
    assert talk().say("help " * 200).text


@pytest.mark.parametrize("hint", ["de", "zh-Hant", "en-GB"])
def test_a_well_formed_language_that_is_not_served_is_only_a_hint(talk: Start, hint: str) -> None:
    assert talk(language=hint).say("what is the phone number").summary["language"] == "en"


def test_the_hint_is_read_from_metadata_too(talk: Start) -> None:
    assert talk(metadata={"language": "ur"}).say("/greet").summary["language"] == "ur"


def test_right_to_left_is_told(talk: Start) -> None:
    summary = talk(language="ar").say("/greet").summary
    assert (summary["language"], summary["direction"], summary["translation"]) == ("ar", "rtl", "machine")


def test_languages(client: httpx.Client) -> None:
    listed = client.get("/languages").json()
    assert {"code": "ar", "name": "العربية", "direction": "rtl", "level": "full"} in listed
    assert listed[0]["code"] == "en"


def test_texts_for_the_widget(client: httpx.Client) -> None:
    assert client.get("/texts/pl").json()["language"] == "pl"
    texts = client.get("/texts/xx").json()
    assert (texts["language"], texts["texts"]["phone_emergency"]) == ("en", "999")


def test_health(client: httpx.Client) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json()["parts"] == {"assistant": "ready", "redis": "ready", "knowledge": "ready"}


def test_openapi_describes_every_route(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {
        "/webhook",
        "/webhooks/rest/webhook",
        "/languages",
        "/conversations/{conversation_id}",
        "/health/ready",
    } <= set(paths)


def test_responses_carry_the_security_headers_and_no_cookie(client: httpx.Client) -> None:
    response = client.post("/webhook", json={"message": "hello"})
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["cache-control"] == "no-store"
    assert "set-cookie" not in response.headers


def test_forgetting_wipes_what_was_said(talk: Start, client: httpx.Client) -> None:
    chat = talk().say("I want to commission a service")
    assert chat.say("what's the number?").summary["routes"] == ["commissioning"]
    assert client.delete(f"/conversations/{chat.sender}").status_code == 204
    assert chat.say("what's the number?").summary["routes"] == ["general-enquiries"]


def test_forgetting_answers_the_same_for_unknown_ids(client: httpx.Client) -> None:
    assert client.post(f"/conversations/{uuid.uuid4()}/forget").status_code == 204
    assert_problem(client.delete("/conversations/default"), 422, "UUID")
