// Contact cards: a name, a line of help, and each number as the arm of a signpost.
import { el, fill } from "./dom.js";
import { phoneText, smsHref, telHref } from "./phones.js";

export function contactCard(contact, texts) {
  return el(
    "section",
    { class: "card", "data-route": contact.route },
    el("h3", { class: "card-heading" }, contact.heading ?? contact.name ?? ""),
    contact.heading && contact.name ? person(contact) : null,
    contact.note ? el("p", { class: "card-note" }, contact.note) : null,
    arms(contact, texts),
  );
}

/** People to turn to in a crisis, the emergency services first. */
export function careCard(contacts, texts) {
  return el("section", { class: "care" }, contacts.map((contact) => careRow(contact, texts)));
}

/** The same contacts, short, for the line that stays in sight while the conversation goes on. */
export function pinnedLinks(contacts, texts) {
  return contacts.map((contact) => el("li", {}, pinnedLink(contact, texts)));
}

function person(contact) {
  return el(
    "p",
    { class: "card-person" },
    el("strong", {}, contact.name),
    contact.title ? el("span", { class: "card-title" }, contact.title) : null,
  );
}

function careRow(contact, texts) {
  return el(
    "div",
    { class: "care-row", "data-contact": contact.id },
    el("h3", { class: "card-heading" }, contact.heading ?? contact.name ?? ""),
    contact.note ? el("p", { class: "card-note" }, contact.note) : null,
    arms(contact, texts),
  );
}

function arms(contact, texts) {
  const lines = [
    ...(contact.phones ?? []).map((phone) => callArm(phone, texts)),
    ...(contact.texts ?? []).map((line) => textArm(line, texts)),
    contact.email ? emailArm(contact.email, texts) : null,
  ];
  return el("div", { class: "arms" }, lines);
}

function callArm(phone, texts) {
  return el("a", { class: "arm", href: telHref(phone) }, armLabel(texts, callLabel(phone, texts)));
}

function textArm(line, texts) {
  return el("a", { class: "arm", href: smsHref(line.number, line.body) }, armLabel(texts, textLabel(line, texts)));
}

function emailArm(email, texts) {
  const label = el("bdi", { dir: "ltr" }, email);
  return el("a", { class: "arm", href: `mailto:${encodeURIComponent(email).replace("%40", "@")}` }, armLabel(texts, label));
}

/** The label is in the visitor's language even when the answer around it had to be English. */
function armLabel(texts, ...label) {
  return el("span", { class: "arm-label", lang: texts.language, dir: texts.direction }, ...label);
}

function callLabel(phone, texts) {
  return fill(texts.widget_call, { phone: phoneText(phone) });
}

function textLabel(line, texts) {
  return fill(texts.widget_text, { word: el("bdi", {}, line.body), phone: phoneText(line.number) });
}

function pinnedLink(contact, texts) {
  const name = el("span", { class: "pinned-name" }, contact.heading ?? contact.name ?? "");
  const [phone] = contact.phones ?? [];
  if (phone) return el("a", { href: telHref(phone) }, name, " ", phoneText(phone));
  const [line] = contact.texts ?? [];
  return line ? el("a", { href: smsHref(line.number, line.body) }, name, " ", textLabel(line, texts)) : name;
}
