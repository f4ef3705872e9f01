// One turn of the conversation as elements: what the visitor said, what Signpost answered, or what went wrong.
import { copyButton } from "./copy-text.js";
import { careCard, contactCard } from "./contact-card.js";
import { el, fill, unseen } from "./dom.js";
import { feedback } from "./feedback.js";
import { linkPhones, phoneLink } from "./phones.js";

export function visitorTurn(message, texts) {
  const bubble = el("p", { class: "bubble", dir: "auto" }, message);
  // Focusable by script: a pressed button is disabled at once, and its focus needs somewhere to go.
  return el("div", { class: "turn visitor", tabindex: "-1" }, unseen(`${texts.widget_you}: `), bubble);
}

export function replyTurn(reply, { texts, phones, onButton, onEnglish, onFeedback }) {
  // In a crisis the people to call stand right under the first words, before anything else is said.
  const first = reply.careContacts.length ? 1 : reply.texts.length;
  return el(
    "div",
    { class: "turn signpost", lang: reply.language, dir: reply.direction, "data-kind": reply.kind },
    unseen(`${texts.widget_title}: `),
    bubbles(reply.texts.slice(0, first), phones),
    reply.careContacts.length ? careCard(reply.careContacts, texts) : null,
    bubbles(reply.texts.slice(first), phones),
    reply.contacts.map((contact) => contactCard(contact, texts)),
    smallPrint(reply, texts),
    copyButton(reply.copy, texts),
    chips(reply.buttons, onButton),
    feedback(reply, texts, onFeedback),
    footer(reply, texts, onEnglish),
  );
}

function bubbles(lines, phones) {
  return lines.map((text) => el("p", { class: "bubble" }, linkPhones(text, phones)));
}

export function noticeTurn(text, texts) {
  return el("div", { class: "turn notice", ...tongue(texts) }, el("p", {}, text));
}

export function problemTurn(texts, onRetry) {
  const words = fill(texts.widget_offline, { phone: phoneLink(texts.phone_general) });
  const retry = el("button", { type: "button", class: "chip", onclick: onRetry }, texts.widget_retry);
  const bubble = el("p", { class: "bubble" }, words);
  return el("div", { class: "turn signpost problem", ...tongue(texts) }, bubble, el("div", { class: "chips" }, retry));
}

export function typingTurn(texts) {
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el("div", { class: "turn signpost typing" }, el("p", { class: "bubble" }, dots, texts.widget_typing));
}

/** Fixed when written: an old line must not turn around when the chat changes its language. */
function tongue(texts) {
  return { lang: texts.language, dir: texts.direction };
}

function chips(buttons, onButton) {
  if (!buttons.length) return null;
  return el("div", { class: "chips" }, buttons.map((button) => chip(button, onButton)));
}

function chip(button, onButton) {
  const press = (event) => {
    event.currentTarget.classList.add("chosen");
    onButton(button);
  };
  return el("button", { type: "button", class: "chip", "data-payload": button.payload, onclick: press }, button.title);
}

function smallPrint(reply, texts) {
  const lines = [noticeLine(reply, texts), ...reply.sources.map((source) => sourceLine(source, texts))].filter(Boolean);
  return lines.length ? el("div", { class: "small-print" }, lines) : null;
}

/** The notice is in the visitor's language, which is not the reply's when English had to be served. */
function noticeLine(reply, texts) {
  const notice = { machine: texts.notice_machine, english: texts.notice_english }[reply.translation];
  if (!notice) return null;
  return el("p", { class: "translation-notice", ...tongue(texts) }, notice);
}

function sourceLine(source, texts) {
  const parts = { title: el("bdi", {}, source.title), date: el("bdi", {}, longDate(source.checked_on, texts.language)) };
  return el("p", { class: "source", ...tongue(texts) }, fill(texts.source, parts));
}

function longDate(day, language) {
  try {
    const locale = language === "en" ? "en-GB" : language;
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" });
    return format.format(new Date(`${day}T00:00:00Z`));
  } catch {
    return day ?? "";
  }
}

/** Room for more actions under a reply; today only the way back to English. */
function footer(reply, texts, onEnglish) {
  if (!reply.language || reply.language.split("-")[0] === "en") return null;
  const label = { class: "quiet", type: "button", lang: "en", dir: "ltr", onclick: onEnglish };
  return el("div", { class: "reply-footer" }, el("button", label, texts.widget_english));
}
