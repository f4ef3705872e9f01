// A text to take along, such as a professional's summary for the phone call.
import { el } from "./dom.js";

export function copyButton(text, texts) {
  if (!text) return null;
  const button = el("button", { type: "button", class: "quiet copy" }, texts.widget_copy);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = texts.widget_copied;
  });
  return button;
}
