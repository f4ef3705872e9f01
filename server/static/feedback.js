// "Did this help?" under a real answer. A "no" asks what was missing; nothing else is asked, and nothing is counted here.
import { el, fill } from "./dom.js";
import { phoneLink } from "./phones.js";

const ASKED_AFTER = new Set(["answer", "not-known"]);
const LONGEST = 1000;

/** `send(helpful, comment)` gives a promise; what fails there is not the visitor's worry. */
export function feedback(reply, texts, send) {
  if (!ASKED_AFTER.has(reply.kind) || reply.crisis) return null;
  const box = el("div", { class: "feedback", role: "group", "aria-label": texts.feedback_ask });
  const yes = () => answered(box, texts.feedback_thanks, send(true));
  const no = () => {
    send(false);
    askWhatWasMissing(box, texts, send);
  };
  box.append(el("span", {}, texts.feedback_ask), quiet(texts.feedback_yes, yes), quiet(texts.feedback_no, no));
  return box;
}

function askWhatWasMissing(box, texts, send) {
  const words = fill(texts.feedback_missing, { phone: phoneLink(texts.phone_general) });
  const label = el("label", { for: "missing" }, words);
  const field = el("textarea", { id: "missing", rows: "2", maxlength: String(LONGEST), dir: "auto" });
  const submit = () => {
    const comment = field.value.trim();
    if (comment) answered(box, texts.feedback_noted, send(false, comment));
  };
  box.replaceChildren(label, field, quiet(texts.widget_send, submit));
  field.focus();
}

function answered(box, text, sent) {
  const said = el("span", { tabindex: "-1", role: "status" }, text);
  box.replaceChildren(said);
  said.focus();
  sent.catch(() => {});
}

function quiet(label, onclick) {
  return el("button", { type: "button", class: "quiet", onclick }, label);
}
