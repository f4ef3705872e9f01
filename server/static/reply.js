// The webhook's array of elements, read once into what the view shows.

export function readReply(elements) {
  const summary = elements.find((element) => element.custom);
  const custom = summary?.custom ?? {};
  const contacts = custom.contacts ?? [];
  return {
    texts: spokenTexts(elements, summary, contacts),
    buttons: uniqueButtons(elements),
    careContacts: emergencyFirst(contacts.filter((contact) => contact.id)),
    contacts: contacts.filter((contact) => !contact.id),
    phones: contacts.flatMap(numbersOf),
    copy: custom.copy ?? null,
    crisis: custom.crisis ?? null,
    kind: custom.kind ?? null,
    language: custom.language ?? null,
    direction: custom.direction ?? null,
    translation: custom.translation ?? null,
    sources: custom.sources ?? [],
  };
}

/** The summary's own text is the contact card in words; it speaks only when there is nothing else to show. */
function spokenTexts(elements, summary, contacts) {
  const spoken = elements.filter((element) => element.text && element !== summary).map((element) => element.text);
  if (spoken.length || contacts.length || !summary?.text) return spoken;
  return [summary.text];
}

function uniqueButtons(elements) {
  const byPayload = new Map();
  for (const button of elements.flatMap((element) => element.buttons ?? [])) byPayload.set(button.payload, button);
  return [...byPayload.values()];
}

function emergencyFirst(contacts) {
  const isEmergency = (contact) => contact.id === "emergency";
  return [...contacts.filter(isEmergency), ...contacts.filter((contact) => !isEmergency(contact))];
}

function numbersOf(contact) {
  return [...(contact.phones ?? []), ...(contact.texts ?? []).map((line) => line.number)];
}
