// Talks to the server. The conversation's id is the only thing kept, and only for this tab.

const STORAGE_KEY = "signpost-conversation";
const TIMEOUT_MS = 15000;
const LONGEST_WAIT_S = 10;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class ChatClient {
  #server;
  #sender;
  #running = new Set();

  constructor(server) {
    this.#server = server.replace(/\/+$/, "");
    this.#sender = remembered();
  }

  async send(message, language) {
    const body = JSON.stringify({ message, language, ...(this.#sender && { sender: this.#sender }) });
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    const reply = await (await this.#patiently("/webhook", request)).json();
    if (!Array.isArray(reply) || reply.length === 0) throw new Error("empty reply");
    this.#keep(reply.find((element) => element.recipient_id)?.recipient_id);
    return reply;
  }

  texts(language) {
    return this.#json(`/texts/${encodeURIComponent(language)}`);
  }

  languages() {
    return this.#json("/languages");
  }

  /** Says whether the last answer helped; the question itself is known to the server, masked. */
  async feedback(helpful, comment) {
    if (!this.#sender) return;
    const body = JSON.stringify({ sender: this.#sender, helpful, ...(comment && { comment }) });
    await this.#fetch("/feedback", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  }

  /** Stops what is under way and wipes the conversation on the server. */
  async forget() {
    this.abort();
    if (!this.#sender) return;
    const response = await this.#fetch(`/conversations/${this.#sender}`, { method: "DELETE" });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    this.#keep(null);
  }

  abort() {
    for (const controller of this.#running) controller.abort();
  }

  async #json(path) {
    const response = await this.#fetch(path);
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return response.json();
  }

  /** Someone who writes in short quick lines may meet the rate limit: wait for them, once. */
  async #patiently(path, request) {
    let response = await this.#fetch(path, request);
    const wait = Number(response.headers.get("Retry-After"));
    if (response.status === 429 && wait > 0 && wait <= LONGEST_WAIT_S) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      response = await this.#fetch(path, request);
    }
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return response;
  }

  async #fetch(path, request = {}) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
    this.#running.add(controller);
    try {
      const options = { ...request, signal: controller.signal, credentials: "omit", referrerPolicy: "no-referrer" };
      return await fetch(this.#server + path, options);
    } finally {
      clearTimeout(timer);
      this.#running.delete(controller);
    }
  }

  #keep(sender) {
    this.#sender = sender ?? null;
    try {
      if (sender) sessionStorage.setItem(STORAGE_KEY, sender);
      else sessionStorage.removeItem(STORAGE_KEY);
    } catch {
      // Storage can be shut off in the browser; the id in memory is enough.
    }
  }
}

function remembered() {
  try {
    const sender = sessionStorage.getItem(STORAGE_KEY);
    return UUID.test(sender ?? "") ? sender : null;
  } catch {
    return null;
  }
}
