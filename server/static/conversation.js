// The course of one conversation: what is sent, in which order and language, and what happens when it cannot be.
import { FALLBACK_TEXTS } from "./fallback-texts.js";
import { readReply } from "./reply.js";

const ENGLISH = { code: "en", name: "English", direction: "ltr", level: "full" };
const ASK_FOR_ENGLISH = "in English please";

export class Conversation {
  #queue = Promise.resolve();
  #waiting = 0;
  #chat = 0; // counts up when a chat is deleted, so that a late answer to the old one is dropped
  #started = false;
  #spoken = false;
  #textsByLanguage = new Map();

  constructor(client, view, language) {
    this.client = client;
    this.view = view;
    this.language = language;
    this.languages = [ENGLISH];
    view.setLanguages(this.languages);
    view.setTexts(englishTexts());
  }

  /** Fetches the languages and the texts; the English ones stand until then. */
  async prepare() {
    this.languages = await this.client.languages().catch(() => this.languages);
    this.view.setLanguages(this.languages);
    await this.useLanguage(this.language);
  }

  start() {
    if (this.#started) return;
    this.#started = true;
    this.#enqueue("/greet");
  }

  say(message, shown = message) {
    this.#started = this.#spoken = true;
    this.view.addVisitor(shown);
    this.#enqueue(message);
  }

  press(button) {
    this.say(button.payload, button.title);
    this.view.focusLastVisitor();
  }

  /** The switch for easy words; it counts for the rest of the conversation. */
  useEasyWords(easy) {
    this.#started = true;
    this.#enqueue(`/reply{"reply": "${easy ? "easier" : "usual"}"}`);
  }

  feedback(helpful, comment) {
    return this.client.feedback(helpful, comment);
  }

  askForEnglish() {
    this.say(ASK_FOR_ENGLISH);
    this.view.focusLastVisitor();
  }

  /** The picker's choice: the same greeting again, in that language, below whatever was already said. */
  async chooseLanguage(code) {
    await this.useLanguage(code);
    if (!this.#started) return;
    if (!this.#spoken) this.#drop();
    this.#enqueue("/greet");
  }

  async useLanguage(code) {
    const language = this.#served(code);
    this.language = language;
    const texts = await this.#textsFor(language);
    if (this.language === language) this.view.setTexts(texts);
  }

  async forget() {
    this.#drop();
    this.#started = this.#spoken = false;
    try {
      await this.client.forget();
      this.view.addNotice(this.view.texts.widget_deleted);
    } catch {
      this.view.addProblem(() => this.forget());
    }
  }

  stop() {
    this.#chat += 1;
    this.client.abort();
  }

  #drop() {
    this.stop();
    this.#queue = Promise.resolve();
    this.#waiting = 0;
    this.view.clear();
  }

  /** One message at a time: someone in distress may send three lines before the first is answered. */
  #enqueue(message) {
    const chat = this.#chat;
    this.#wait(1);
    this.#queue = this.#queue.then(() => this.#ask(message, chat));
  }

  async #ask(message, chat) {
    if (chat !== this.#chat) return;
    const reply = await this.#answerTo(message);
    if (chat !== this.#chat) return;
    this.#wait(-1);
    if (reply) this.view.addReply(reply);
    else this.view.addProblem(() => this.#enqueue(message));
  }

  async #answerTo(message) {
    try {
      const reply = readReply(await this.client.send(message, this.language));
      await this.#follow(reply);
      return reply;
    } catch {
      return null;
    }
  }

  /** Goes along when the visitor changed language by writing in it; not when only this answer had to be English. */
  async #follow(reply) {
    if (!reply.language || reply.translation === "english" || reply.language === this.language) return;
    await this.useLanguage(reply.language);
  }

  #wait(change) {
    this.#waiting += change;
    this.view.setTyping(this.#waiting > 0);
  }

  #served(code) {
    const codes = this.languages.map((language) => language.code);
    return [code, code.split("-")[0]].find((candidate) => codes.includes(candidate)) ?? code;
  }

  async #textsFor(code) {
    if (!this.#textsByLanguage.has(code)) {
      const answer = await this.client.texts(code).catch(() => null);
      if (!answer) return this.view.texts;
      const { language, direction, texts } = answer;
      this.#textsByLanguage.set(code, { ...FALLBACK_TEXTS, ...texts, language, direction });
    }
    return this.#textsByLanguage.get(code);
  }
}

function englishTexts() {
  return { ...FALLBACK_TEXTS, language: "en", direction: "ltr" };
}
