// The writing field: grows with the words, sends on Enter, and counts only when the end is near.
import { el, icon } from "./dom.js";

const LONGEST = 1000;
const COUNT_FROM = 850;
const SPOKEN_EVERY = 50;

export class Composer {
  #direction = "ltr";

  constructor(onSend) {
    this.onSend = onSend;
    this.input = el("textarea", { id: "message", rows: "1", maxlength: String(LONGEST), enterkeyhint: "send" });
    this.label = el("label", { for: "message", class: "unseen" });
    this.sendLabel = el("span", {});
    this.count = el("span", { class: "count", "aria-hidden": "true", hidden: true });
    this.spokenCount = el("span", { class: "unseen", role: "status" });
    const send = el("button", { type: "submit", class: "send" }, this.sendLabel, icon("arrow", "M5 12h13M12.5 6.5 18 12l-5.5 5.5"));
    const field = el("div", { class: "field" }, this.input, this.count);
    this.element = el("form", { class: "composer", novalidate: true }, this.label, field, send, this.spokenCount);
    this.#listen();
  }

  setTexts(texts) {
    this.label.textContent = texts.widget_input;
    this.input.placeholder = texts.widget_input;
    this.sendLabel.textContent = texts.widget_send;
    this.#direction = texts.direction;
    this.#refresh();
  }

  clear() {
    this.input.value = "";
    this.#refresh();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  #listen() {
    this.input.addEventListener("input", () => this.#refresh());
    this.input.addEventListener("keydown", (event) => this.#keydown(event));
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  #keydown(event) {
    // Enter also confirms a word in an input method (isComposing); that must not send it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #send() {
    const message = this.input.value.trim();
    if (!message) return this.focus();
    this.clear();
    this.onSend(message);
  }

  #refresh() {
    // An empty field with dir=auto would put a right-to-left placeholder on the left.
    this.input.dir = this.input.value ? "auto" : this.#direction;
    this.#grow();
    this.#showCount(this.input.value.length);
  }

  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  #showCount(length) {
    this.count.hidden = length < COUNT_FROM;
    this.count.textContent = `${length} / ${LONGEST}`;
    if (length < COUNT_FROM) this.spokenCount.textContent = "";
    else if (length % SPOKEN_EVERY === 0) this.spokenCount.textContent = this.count.textContent;
  }
}
