"""The chat widget on the demo page, in Chromium, against the running server."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Route, expect

GENERAL = "020 7780 7394"
GENERAL_TEL = "tel:02077807394"
RECIPIENT = "7b9c2c1e-5d0c-4f4e-9f0a-3a1c5d7e9b11"
ASK_NUMBER_IN_ARABIC = "ما هو رقم الهاتف؟"


# --- helpers


def launcher(page: Page) -> Locator:
    return page.locator("signpost-chat .launcher")


def window(page: Page) -> Locator:
    return page.locator("signpost-chat dialog")


def writing_field(page: Page) -> Locator:
    return page.locator("signpost-chat textarea")


def replies(page: Page) -> Locator:
    return page.locator("signpost-chat .turn.signpost:not(.typing)")


def visitor_messages(page: Page) -> Locator:
    return page.locator("signpost-chat .turn.visitor .bubble")


def open_chat(page: Page) -> None:
    launcher(page).click()
    expect(replies(page)).to_have_count(1)


def ask(page: Page, message: str) -> Locator:
    """Sends a message and gives the turn that answers it."""
    before = replies(page).count()
    writing_field(page).fill(message)
    writing_field(page).press("Enter")
    expect(replies(page)).to_have_count(before + 1)
    return replies(page).last


def posted(request: Request) -> dict[str, Any]:
    return dict(json.loads(request.post_data or "{}"))


def answer_with(page: Page, *elements: dict[str, Any]) -> None:
    body = json.dumps([{"recipient_id": RECIPIENT, **element} for element in elements])
    page.route("**/webhook", lambda route: route.fulfill(content_type="application/json", body=body))


def summary(**changes: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "topic": None,
        "kind": "answer",
        "suggestions": [],
        "routes": [],
        "contacts": [],
        "sources": [],
    }
    return {**empty, "language": "en", "direction": "ltr", "translation": "original", "crisis": None, **changes}


def contact(**changes: Any) -> dict[str, Any]:
    return {"heading": "", "name": None, "title": None, "phones": [], "email": None, "note": "", **changes}


def focused(page: Page) -> str:
    return str(page.evaluate("document.querySelector('signpost-chat').shadowRoot.activeElement?.className ?? ''"))


def overflow(page: Page) -> int:
    """How many pixels the page or any part of the chat is too wide."""
    script = """() => {
        const root = document.querySelector('signpost-chat').shadowRoot;
        const boxes = [document.documentElement, ...root.querySelectorAll('.panel, .log, .head, .composer')];
        return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
    }"""
    return int(page.evaluate(script))


# --- without JavaScript


def test_page_gives_the_number_and_the_plain_chat_without_javascript(browser: Browser, server_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server_url)
    expect(page.locator(f"a[href='{GENERAL_TEL}']").first).to_have_text(GENERAL)
    expect(page.locator("a[href='/chat']")).to_be_visible()
    context.close()


def test_page_sets_no_cookies_and_asks_nobody_else(page: Page, server_url: str) -> None:
    hosts: list[str] = []
    page.on("request", lambda request: hosts.append(request.url))
    page.reload()
    open_chat(page)
    assert page.context.cookies() == []
    assert [url for url in hosts if not url.startswith((server_url.rstrip("/"), "data:"))] == []


# --- opening and closing


def test_opens_with_the_keyboard_and_greets(page: Page) -> None:
    launcher(page).focus()
    page.keyboard.press("Enter")
    expect(window(page)).to_be_visible()
    expect(writing_field(page)).to_be_focused()
    expect(replies(page).first.locator(".bubble").first).not_to_be_empty()
    expect(replies(page).first.locator(".chip").first).to_be_visible()


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    open_chat(page)
    page.keyboard.press("Escape")
    expect(window(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()


def test_opening_again_keeps_the_conversation(page: Page) -> None:
    open_chat(page)
    ask(page, "what is the phone number")
    page.keyboard.press("Escape")
    launcher(page).click()
    expect(replies(page)).to_have_count(2)


def test_emergency_line_is_in_sight_from_the_start(page: Page) -> None:
    open_chat(page)
    expect(page.locator("signpost-chat .emergency a[href='tel:999']")).to_be_in_viewport()


def test_the_log_is_a_polite_live_region(page: Page) -> None:
    open_chat(page)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_attribute("aria-label", re.compile(r"\S"))


def test_on_a_small_screen_the_page_behind_cannot_be_reached(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_chat(page)
    assert page.evaluate("document.querySelector('signpost-chat').shadowRoot.querySelector('dialog').matches(':modal')")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("signpost-chat dialog:not(:modal)")).to_be_visible()
    expect(writing_field(page)).to_be_focused()


# --- asking


def test_phone_number_comes_as_a_card_with_a_link(page: Page) -> None:
    open_chat(page)
    answer = ask(page, "what is the phone number")
    link = answer.locator(f".card a[href='{GENERAL_TEL}']").first
    expect(link).to_be_visible()
    expect(link).to_contain_text(GENERAL)


def test_enter_sends_and_shift_enter_makes_a_line(page: Page) -> None:
    open_chat(page)
    writing_field(page).press_sequentially("one")
    writing_field(page).press("Shift+Enter")
    writing_field(page).press_sequentially("two")
    expect(writing_field(page)).to_have_value("one\ntwo")
    writing_field(page).press("Enter")
    expect(visitor_messages(page)).to_have_text(["one\ntwo"])
    expect(writing_field(page)).to_have_value("")
    expect(replies(page)).to_have_count(2)


def test_an_empty_message_is_not_sent(page: Page) -> None:
    open_chat(page)
    writing_field(page).fill("   ")
    writing_field(page).press("Enter")
    expect(visitor_messages(page)).to_have_count(0)


def test_several_quick_lines_are_all_answered_in_order(page: Page) -> None:
    open_chat(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(posted(request)["message"]) if request.method == "POST" else None)
    for line in ("hello", "my brother was arrested", "what is the phone number"):
        writing_field(page).fill(line)
        writing_field(page).press("Enter")
    expect(replies(page)).to_have_count(4)
    assert sent == ["hello", "my brother was arrested", "what is the phone number"]


def test_buttons_send_their_payload_and_then_rest(page: Page) -> None:
    open_chat(page)
    chip = replies(page).first.locator(".chip").first
    title, payload = chip.inner_text(), chip.get_attribute("data-payload")
    with page.expect_request("**/webhook") as sent:
        chip.focus()
        page.keyboard.press("Enter")
    assert posted(sent.value)["message"] == payload
    expect(visitor_messages(page)).to_have_text([title])
    expect(chip).to_be_disabled()
    assert "visitor" in focused(page)
    expect(replies(page)).to_have_count(2)


def test_the_conversation_keeps_its_id_in_this_tab_only(page: Page) -> None:
    open_chat(page)
    with page.expect_request("**/webhook") as sent:
        ask(page, "what is the phone number")
    sender = posted(sent.value)["sender"]
    assert page.evaluate("Object.values(sessionStorage)") == [sender]
    assert page.evaluate("localStorage.length") == 0


def test_typing_shows_and_goes(page: Page) -> None:
    open_chat(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/webhook", hold)
    writing_field(page).fill("what is the phone number")
    writing_field(page).press("Enter")
    typing = page.locator("signpost-chat .typing")
    expect(typing).to_be_visible()
    held[0].continue_()
    expect(replies(page)).to_have_count(2)
    expect(typing).to_have_count(0)


def test_the_count_shows_only_near_the_limit(page: Page) -> None:
    open_chat(page)
    count = page.locator("signpost-chat .count")
    writing_field(page).fill("a" * 500)
    expect(count).to_be_hidden()
    writing_field(page).fill("a" * 990)
    expect(count).to_have_text("990 / 1000")
    expect(writing_field(page)).to_have_attribute("maxlength", "1000")


# --- languages


def test_arabic_turns_the_reply_around_but_not_the_phone_numbers(page: Page) -> None:
    open_chat(page)
    answer = ask(page, ASK_NUMBER_IN_ARABIC)
    expect(answer).to_have_attribute("dir", "rtl")
    expect(answer).to_have_attribute("lang", "ar")
    expect(page.locator("signpost-chat .panel")).to_have_attribute("dir", "rtl")
    number = answer.locator(f".card a[href='{GENERAL_TEL}'] bdi").first
    expect(number).to_have_text(GENERAL)
    expect(number).to_have_css("direction", "ltr")
    expect(page.locator("signpost-chat select")).to_have_value("ar")


def test_a_button_leads_back_to_english(page: Page) -> None:
    open_chat(page)
    answer = ask(page, ASK_NUMBER_IN_ARABIC)
    answer.locator(".reply-footer button").click()
    expect(replies(page)).to_have_count(3)
    expect(replies(page).last).to_have_attribute("lang", "en")
    expect(page.locator("signpost-chat .panel")).to_have_attribute("dir", "ltr")


def test_the_picker_changes_the_language(page: Page) -> None:
    open_chat(page)
    with page.expect_request("**/webhook") as sent:
        page.locator("signpost-chat select").select_option("pl")
    assert posted(sent.value)["language"] == "pl"
    expect(page.locator("signpost-chat .panel")).to_have_attribute("lang", "pl")
    expect(replies(page)).to_have_count(1)
    expect(replies(page).last).to_have_attribute("lang", "pl")


def test_an_answer_that_had_to_be_english_leaves_the_chat_in_its_language(page: Page) -> None:
    open_chat(page)
    page.locator("signpost-chat select").select_option("ar")
    expect(replies(page).last).to_have_attribute("lang", "ar")
    answer_with(page, {"text": "We provide training."}, {"text": "-", "custom": summary(translation="english")})
    answer = ask(page, "التدريب")
    expect(answer).to_have_attribute("dir", "ltr")
    expect(answer.locator(".translation-notice")).to_have_attribute("dir", "rtl")
    expect(page.locator("signpost-chat .panel")).to_have_attribute("lang", "ar")


# --- crisis, markup, failure


def test_crisis_contacts_come_first_and_stay_in_sight(page: Page) -> None:
    contacts = [
        contact(id="samaritans", name="Samaritans", phones=["116 123"]),
        contact(id="emergency", name="Emergency services", phones=["999"]),
        contact(id="shout", name="Shout", texts=[{"number": "85258", "body": "SHOUT"}]),
        contact(route="general-enquiries", heading="General enquiries", phones=[GENERAL]),
    ]
    crisis = {"level": "explicit", "kind": "suicide-self-harm", "third_party": False}
    words = {"text": "I am glad you told me. Call 999 or 116 123."}
    open_chat(page)
    answer_with(page, words, {"text": "IN WORDS", "custom": summary(kind="crisis", contacts=contacts, crisis=crisis)})
    answer = ask(page, "a message")
    rows = answer.locator(".care-row")
    expect(rows).to_have_count(3)
    expect(rows.first.locator("a")).to_have_attribute("href", "tel:999")
    expect(answer.locator("a[href^='sms:85258']")).to_contain_text("SHOUT")
    expect(answer.locator(".bubble a")).to_have_text(["999", "116 123"])
    expect(answer).not_to_contain_text("IN WORDS")
    for _ in range(3):
        ask(page, "another message")
    expect(page.locator("signpost-chat .pinned a[href='tel:116123']")).to_be_in_viewport()


def test_markup_in_a_reply_or_a_message_stays_text(page: Page) -> None:
    attack = "<img src=x onerror=alert(1)>"
    evil = contact(route="general-enquiries", heading=attack, phones=[GENERAL, "javascript:alert(1)"], note=attack)
    open_chat(page)
    buttons = [{"title": attack, "payload": "/x"}]
    answer_with(page, {"text": attack, "buttons": buttons}, {"text": "-", "custom": summary(contacts=[evil])})
    answer = ask(page, attack)
    expect(answer.locator(".bubble")).to_have_text(attack)
    expect(answer.locator(".card-heading")).to_have_text(attack)
    expect(page.locator("signpost-chat img")).to_have_count(0)
    expect(answer.locator("a[href^='javascript']")).to_have_count(0)


def test_without_the_server_the_phone_number_stands_and_trying_again_works(
    page: Page, console_errors: list[str]
) -> None:
    open_chat(page)
    page.route("**/webhook", lambda route: route.abort())
    answer = ask(page, "what is the phone number")
    expect(answer.locator(f"a[href='{GENERAL_TEL}']")).to_have_text(GENERAL)
    page.unroute("**/webhook")
    answer.locator("button").click()
    expect(replies(page).last.locator(".card").first).to_be_visible()
    expect(page.locator("signpost-chat .problem")).to_have_count(0)
    console_errors.clear()


def test_with_nothing_but_the_files_there_are_still_words_and_numbers(page: Page, console_errors: list[str]) -> None:
    for address in ("**/webhook", "**/texts/**", "**/languages"):
        page.route(address, lambda route: route.abort())
    page.reload()
    open_chat(page)
    expect(replies(page).first.locator(f"a[href='{GENERAL_TEL}']")).to_be_visible()
    expect(page.locator("signpost-chat .emergency a")).to_have_attribute("href", "tel:999")
    console_errors.clear()


def test_delete_wipes_the_conversation_here_and_on_the_server(page: Page) -> None:
    open_chat(page)
    ask(page, "what is the phone number")
    with page.expect_response(lambda response: response.request.method == "DELETE") as wiped:
        page.locator("signpost-chat .forget").click()
    assert wiped.value.status == 204
    expect(page.locator("signpost-chat .turn")).to_have_count(1)
    expect(page.locator("signpost-chat .notice")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0


# --- room


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 900)])
@pytest.mark.parametrize("message", ["what is the phone number", ASK_NUMBER_IN_ARABIC])
def test_nothing_scrolls_sideways(page: Page, width: int, height: int, message: str) -> None:
    page.set_viewport_size({"width": width, "height": height})
    assert overflow(page) <= 0
    open_chat(page)
    ask(page, message)
    assert overflow(page) <= 0


def test_everything_that_can_be_pressed_is_large_enough(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_chat(page)
    ask(page, "what is the phone number")
    for target in page.locator("signpost-chat dialog :is(button, select, textarea, .arm, .emergency a)").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_an_element_taken_out_and_put_back_still_works(page: Page) -> None:
    page.evaluate("const chat = document.querySelector('signpost-chat'); chat.remove(); document.body.append(chat)")
    open_chat(page)
    ask(page, "what is the phone number")


# --- did it help, easy words, a text to take along


def test_a_yes_is_thanked_and_a_no_asks_what_was_missing(page: Page) -> None:
    open_chat(page)
    reply = ask(page, "what are your opening hours")
    with page.expect_request("**/feedback") as sent:
        reply.get_by_role("button", name="Yes").click()
    assert posted(sent.value)["helpful"] is True
    expect(reply.get_by_role("status")).to_have_text("Thank you for telling me.")
    reply = ask(page, "is it free")
    reply.get_by_role("button", name="No", exact=True).click()
    reply.get_by_label("What was missing").fill("the price")
    with page.expect_request("**/feedback") as sent:
        reply.get_by_role("button", name="Send").click()
    assert (posted(sent.value)["helpful"], posted(sent.value)["comment"]) == (False, "the price")


def test_easy_words_can_be_switched_on_and_stay(page: Page) -> None:
    open_chat(page)
    switch = page.locator("signpost-chat").get_by_role("button", name="Easy words")
    before = replies(page).count()
    switch.click()
    expect(replies(page)).to_have_count(before + 1)
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(ask(page, "tell me about peer support")).to_contain_text("They know how it feels.")


def test_the_guide_is_a_few_buttons_away(page: Page) -> None:
    open_chat(page)
    turn = replies(page).last
    for label in ("Help me choose", "Me", "Going to court", "Drugs or alcohol"):
        before = replies(page).count()
        turn.get_by_role("button", name=label, exact=True).click()
        expect(replies(page)).to_have_count(before + 1)
        turn = replies(page).last
    expect(turn).to_contain_text("This service fits what you told me")
    expect(turn).to_contain_text("What would change this")


def test_a_professionals_summary_can_be_copied(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chat(page)
    turn = ask(page, "for professionals")
    for label in ("Probation or prison", "In the community", "Support for a woman"):
        before = replies(page).count()
        turn.get_by_role("button", name=label, exact=True).click()
        expect(replies(page)).to_have_count(before + 1)
        turn = replies(page).last
    turn.get_by_role("button", name="Copy this text").click()
    assert "My role: Probation or prison." in page.evaluate("navigator.clipboard.readText()")
