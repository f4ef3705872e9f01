// Small helpers to build elements. Everything a server or a visitor wrote goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

export function icon(name, ...paths) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(...paths.map(path));
  return svg;
}

function path(d) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("d", d);
  return node;
}

/** "Call {phone}." with {phone: node} becomes ["Call ", node, "."]. */
export function fill(template, parts) {
  return template.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (parts[piece] ?? "") : piece));
}

export function unseen(text) {
  return el("span", { class: "unseen" }, text);
}
