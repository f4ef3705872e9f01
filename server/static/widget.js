// <signpost-chat server="https://..." language="pl"></signpost-chat>
// Both attributes are optional: the server is where this script came from, the language is the page's.
import { ChatClient } from "/static/chat-client.js";
import { ChatView } from "/static/chat-view.js";
import { Conversation } from "/static/conversation.js";

const SCRIPT_ORIGIN = new URL(import.meta.url).origin;
const STYLESHEETS = ["widget.css", "widget-window.css", "widget-turns.css"];
const COVERS_THE_PAGE = "(max-width: 40em), (max-height: 30em)";

export class SignpostChat extends HTMLElement {
  static observedAttributes = ["language"];

  #view;
  #conversation;
  #opener;
  #small;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    this.#view = new ChatView(this.#handlers());
    this.#conversation = new Conversation(new ChatClient(this.server), this.#view, this.language);
    this.#small = matchMedia(COVERS_THE_PAGE);
    this.#small.addEventListener("change", this.#reframe);
    this.shadowRoot.replaceChildren(...this.#stylesheets(), this.#view.corner, this.#view.frame);
    this.#conversation.prepare();
  }

  disconnectedCallback() {
    this.#small.removeEventListener("change", this.#reframe);
    this.#conversation.stop();
    this.shadowRoot.replaceChildren();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && after && after !== before) this.#conversation?.chooseLanguage(after);
  }

  get server() {
    return this.getAttribute("server") || SCRIPT_ORIGIN;
  }

  get language() {
    return this.getAttribute("language") || document.documentElement.lang || "en";
  }

  open() {
    if (this.#view.isOpen) return;
    this.#opener = this.shadowRoot.activeElement ?? document.activeElement;
    this.#view.open(this.#small.matches);
    this.#view.focus();
    this.#conversation.start();
  }

  close() {
    if (!this.#view.isOpen) return;
    this.#view.close();
    const opener = this.#opener?.isConnected ? this.#opener : this.#view.launcher;
    opener.focus();
  }

  #handlers() {
    return {
      send: (message) => this.#conversation.say(message),
      press: (button) => this.#conversation.press(button),
      easy: (easy) => this.#conversation.useEasyWords(easy),
      feedback: (helpful, comment) => this.#conversation.feedback(helpful, comment),
      english: () => this.#conversation.askForEnglish(),
      language: (code) => this.#conversation.chooseLanguage(code),
      forget: () => this.#forget(),
      open: () => this.open(),
      close: () => this.close(),
    };
  }

  async #forget() {
    await this.#conversation.forget();
    this.#view.focus();
  }

  /** Zooming in can turn the window beside the page into one that covers it, and back. */
  #reframe = () => {
    if (!this.#view.isOpen) return;
    const focused = this.shadowRoot.activeElement;
    this.#view.close();
    this.#view.open(this.#small.matches);
    focused?.focus();
  };

  /** The button appears with its looks, or without them if they cannot be fetched. */
  #stylesheets() {
    const links = STYLESHEETS.map(stylesheet);
    this.#view.launcher.hidden = true;
    Promise.all(links.map(settled)).then(() => (this.#view.launcher.hidden = this.#view.isOpen));
    return links;
  }
}

function stylesheet(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${SCRIPT_ORIGIN}/static/${name}`;
  return link;
}

function settled(link) {
  return new Promise((resolve) => {
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", resolve, { once: true });
  });
}

if (!customElements.get("signpost-chat")) customElements.define("signpost-chat", SignpostChat);
