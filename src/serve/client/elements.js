// The elements that the overlay is made of: any element, an icon, a sign for the badge, a text with code in it.
//
// It owns the icons. It must not know what is shown with them, nor where. Texts come in as texts, never as HTML.

// Lines in a square of 16.
const ICONS = {
  error: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5",
  warning: "M8 1.8 15 14.2H1zM8 6.2v3.4M8 11.8v.1",
  suggestion: "M6 11.8c0-1.8-2-2.6-2-5.4a4 4 0 0 1 8 0c0 2.8-2 3.6-2 5.4zM6.5 14.5h3",
  lost: "M3 10.5a7 7 0 0 1 3-2M13 10.5a7 7 0 0 0-5-2.3M.8 6.8a10 10 0 0 1 3-2.1M15.2 6.8A10 10 0 0 0 7 3.7M8 13.2v.1M1.5 1.5l13 13",
  gone: "M3.5 1.5h6l3 3v10h-9zM6 7.5l4 4M10 7.5l-4 4",
  fold: "M3.5 5.75 8 10.25l4.5-4.5",
  go: "M5.75 3.5l4.5 4.5-4.5 4.5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** An element. An attribute without a value is left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function icon(name) {
  const [svg, line] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", class: `icon-${name}`, "aria-hidden": "true" })) svg.setAttribute(key, value);
  line.setAttribute("d", ICONS[name] ?? ICONS.warning);
  svg.append(line);
  return svg;
}

/** An icon with a short text, and its name for those who do not see it. */
export function sign(kind, text, name = text) {
  return { name, element: make("span", { class: "sign", "data-kind": kind }, icon(kind), text) };
}

/** Text with code between backticks. */
export function prose(text) {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? make("code", {}, part) : part));
}
