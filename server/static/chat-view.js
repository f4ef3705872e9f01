// The window of the chat: its frame, its fixed lines, and the log the turns are put into.
import { noticeTurn, problemTurn, replyTurn, typingTurn, visitorTurn } from "./chat-turns.js";
import { Composer } from "./composer.js";
import { pinnedLinks } from "./contact-card.js";
import { el, fill, icon } from "./dom.js";
import { phoneLink } from "./phones.js";

const PINNED_AT_MOST = 2;
const SIGNPOST = ["M12 2.5v19", "M6 5h10.5l3 2.75-3 2.75H6z", "M18 12.5H7.5l-3 2.5 3 2.5H18z"];

export class ChatView {
  #phones = new Set();
  #typing = null;
  #anchor = null;

  /** `on`: send(text), press(button), english(), language(code), forget(), open(), close(). */
  constructor(on) {
    this.on = on;
    this.composer = new Composer(on.send);
    this.launcher = this.#buildLauncher();
    this.corner = el("div", { class: "corner" }, this.launcher);
    this.frame = this.#buildFrame();
  }

  setTexts(texts) {
    this.texts = texts;
    for (const part of [this.launcher, this.panel]) {
      part.lang = texts.language;
      part.dir = texts.direction;
    }
    this.launcherLabel.textContent = texts.widget_open;
    this.title.textContent = texts.widget_title;
    this.closeLabel.textContent = texts.widget_close;
    this.pickerLabel.textContent = texts.widget_language;
    this.forgetLabel.textContent = texts.widget_delete;
    this.easy.textContent = texts.widget_easy;
    this.log.setAttribute("aria-label", texts.widget_title);
    this.emergency.replaceChildren(...fill(texts.widget_emergency, { phone: phoneLink(texts.phone_emergency) }));
    this.composer.setTexts(texts);
    this.picker.value = texts.language;
  }

  setLanguages(languages) {
    this.picker.replaceChildren(
      ...languages.map(({ code, name, direction }) => el("option", { value: code, lang: code, dir: direction }, name)),
    );
    if (this.texts) this.picker.value = this.texts.language;
  }

  addVisitor(message) {
    this.disableChips();
    this.#anchor = this.#append(visitorTurn(message, this.texts));
    this.#showAnchor();
  }

  addReply(reply) {
    this.disableChips();
    for (const phone of reply.phones) this.#phones.add(phone);
    const phones = [...this.#phones, this.texts.phone_general, this.texts.phone_emergency];
    const handlers = { onButton: this.on.press, onEnglish: this.on.english, onFeedback: this.on.feedback };
    const turn = this.#append(replyTurn(reply, { texts: this.texts, phones, ...handlers }));
    if (reply.crisis) this.#pin(reply);
    this.#anchor ??= turn;
    this.#showAnchor();
  }

  addNotice(text) {
    this.#append(noticeTurn(text, this.texts));
  }

  addProblem(onRetry) {
    const turn = this.#append(
      problemTurn(this.texts, () => {
        turn.remove();
        this.focus();
        onRetry();
      }),
    );
    this.#anchor ??= turn;
    this.#showAnchor();
  }

  setTyping(active) {
    this.#typing?.remove();
    this.#typing = active ? this.#append(typingTurn(this.texts)) : null;
    if (active) this.#showAnchor();
  }

  disableChips() {
    for (const chip of this.log.querySelectorAll(".chip, .reply-footer button")) chip.disabled = true;
  }

  focusLastVisitor() {
    this.#anchor?.focus({ preventScroll: true });
  }

  clear() {
    this.#typing = this.#anchor = null;
    this.#phones.clear();
    this.easy.setAttribute("aria-pressed", "false");
    this.log.replaceChildren();
    this.pinned.replaceChildren();
    this.pinned.hidden = true;
  }

  get isOpen() {
    return this.frame.open;
  }

  /** `modal`: the window covers the page, so the page behind it must not be reached with the keyboard. */
  open(modal) {
    if (modal) this.frame.showModal();
    else this.frame.show();
    this.launcher.hidden = true;
  }

  close() {
    this.frame.close();
    this.launcher.hidden = false;
  }

  focus() {
    // On a phone the keyboard would cover the greeting before it is read.
    if (matchMedia("(pointer: coarse)").matches) this.title.focus();
    else this.composer.focus();
  }

  #append(turn) {
    this.log.append(turn);
    if (this.#typing && this.#typing !== turn) this.log.append(this.#typing);
    return turn;
  }

  /** Brings the visitor's words to the top, so that the answer is read from its beginning. */
  #showAnchor() {
    if (!this.#anchor) return;
    const scroller = this.log.scrollHeight > this.log.clientHeight + 1 ? this.log : this.panel;
    const offset = this.#anchor.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const margin = parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0;
    scroller.scrollTop += offset - margin;
  }

  #pin(reply) {
    const others = reply.careContacts.filter((contact) => contact.id !== "emergency").slice(0, PINNED_AT_MOST);
    this.pinned.lang = reply.language ?? "";
    this.pinned.dir = reply.direction ?? "";
    this.pinned.replaceChildren(...pinnedLinks(others, this.texts));
    this.pinned.hidden = others.length === 0;
  }

  #buildLauncher() {
    this.launcherLabel = el("span", { class: "arm-label" });
    return el("button", { type: "button", class: "arm launcher", onclick: () => this.on.open() }, this.launcherLabel);
  }

  #buildFrame() {
    this.emergency = el("p", { class: "emergency" });
    this.pinned = el("ul", { class: "pinned", hidden: true });
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    const parts = [this.#buildHead(), this.emergency, this.pinned, this.log, this.composer.element];
    this.panel = el("div", { class: "panel" }, parts);
    return el("dialog", { class: "frame", "aria-labelledby": "title", onkeydown: this.#escape, oncancel: this.#cancel }, this.panel);
  }

  #buildHead() {
    this.title = el("h2", { id: "title", class: "title", tabindex: "-1" });
    this.closeLabel = el("span", { class: "unseen" });
    const cross = icon("close", "M6 6l12 12M18 6 6 18");
    const close = el("button", { type: "button", class: "close", onclick: () => this.on.close() }, this.closeLabel, cross);
    return el("div", { class: "head" }, icon("signpost", ...SIGNPOST), this.title, close, this.#buildTools());
  }

  /** The row under the title, with room for more tools. */
  #buildTools() {
    this.pickerLabel = el("label", { for: "language", class: "unseen" });
    this.picker = el("select", { id: "language", onchange: () => this.on.language(this.picker.value) });
    this.forgetLabel = el("span", {});
    const forget = el("button", { type: "button", class: "quiet forget", onclick: () => this.on.forget() }, this.forgetLabel);
    const toggle = () => this.#setEasy(this.easy.getAttribute("aria-pressed") !== "true");
    this.easy = el("button", { type: "button", class: "quiet easy", "aria-pressed": "false", onclick: toggle });
    return el("div", { class: "tools" }, this.pickerLabel, this.picker, this.easy, forget);
  }

  #setEasy(easy) {
    this.easy.setAttribute("aria-pressed", String(easy));
    this.on.easy(easy);
  }

  #escape = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    this.on.close();
  };

  #cancel = (event) => {
    event.preventDefault();
    this.on.close();
  };
}
