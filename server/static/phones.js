// Phone numbers as links that read left to right in every script.
import { el } from "./dom.js";

const DIGIT_RUN = /(\+?\d(?:[\d \u00a0]*\d)?)/;
// A number we were given no contact for is still a phone number when it is this long and begins like one.
const UNKNOWN_PHONE = /^(\+|[01])\d{5,}$/;

export const digits = (phone) => String(phone).replace(/[^\d+]/g, "");
export const telHref = (phone) => `tel:${digits(phone)}`;
// "?&body=": older iPhones read only what follows "&", Android only what follows "?".
export const smsHref = (number, body) => `sms:${digits(number)}?&body=${encodeURIComponent(body)}`;

export function phoneText(phone) {
  return el("bdi", { dir: "ltr", class: "phone" }, phone);
}

export function phoneLink(phone) {
  return el("a", { href: telHref(phone), class: "phone-link" }, phoneText(phone));
}

/** The text of a reply as nodes, its phone numbers as links. Short ones (999, 111) only when they are `known`. */
export function linkPhones(text, known) {
  const knownDigits = new Set([...known].map(digits));
  return text.split(DIGIT_RUN).map((piece, index) => (index % 2 ? numberNode(piece, knownDigits) : piece));
}

function numberNode(number, knownDigits) {
  const plain = digits(number);
  return knownDigits.has(plain) || UNKNOWN_PHONE.test(plain) ? phoneLink(number) : number;
}
