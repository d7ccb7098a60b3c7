// The list of findings in the panel: those of this page, which lead to their places, and those elsewhere, which lead to their
// pages.
//
// It owns how a finding looks and what choosing it does. It must not know the panel that it stands in: what it needs of that
// is handed in as `ways`, namely `jump`, `say`, `close`, and `closeOnArrival`.

import { icon, make, prose } from "./elements.js";
import { jumpOnArrival } from "./jump.js";
import { isPhone } from "./page.js";

/** The parts of the list. */
export function findingsList({ here = [], elsewhere = [], more = 0 }, ways) {
  const parts = [group("On this page", here, hereHead, ways)];
  if (!here.length) parts.push(make("p", { class: "note" }, "Nothing found here."));
  if (elsewhere.length || more) parts.push(group("Elsewhere", elsewhere, elsewhereHead, ways));
  if (more) parts.push(make("p", { class: "note" }, `${more} more not listed here.`));
  return parts;
}

function group(title, findings, head, ways) {
  const items = findings.map((finding) => {
    const { severity, message, help, rule, path, line, column, editor } = finding;
    const name = JSON.stringify([rule, message, path, line, column]);
    const label = make("strong", {}, `${capital(severity)}: `);
    const text = make("span", { class: "message" }, icon(severity), make("span", {}, label, ...prose(message)));
    const place = [path, line, column].filter((part) => part !== null && part !== undefined).join(":");
    const link = make(editor ? "a" : "span", { class: "path", href: editor, "data-name": editor && `editor ${name}` }, place);
    const item = make("li", { "data-kind": severity });
    item.append(head(finding, { name, text, item, ways }));
    if (help) item.append(make("p", { class: "help" }, "Help: ", ...prose(help)));
    item.append(make("p", { class: "source" }, make("span", { class: "rule" }, rule), " ", link));
    return item;
  });
  const list = items.length ? make("ul", { role: "list" }, ...items) : "";
  return make("section", {}, make("h3", {}, title), list);
}

function hereHead({ near }, { name, text, item, ways }) {
  if (!near) return make("div", { class: "main" }, text);
  const button = make("button", { class: "main", type: "button", "data-name": name }, text, icon("go"));
  button.addEventListener("click", () => {
    item.querySelector(".missed")?.remove();
    if (ways.jump(near)) {
      ways.say("Marked on the page");
      // There the panel leaves too little room for what it leads to.
      if (isPhone()) ways.close();
    } else {
      button.after(make("p", { class: "missed" }, "This place was not found on the page."));
      ways.say("This place was not found on the page");
    }
  });
  return button;
}

function elsewhereHead({ url, near }, { name, text, ways }) {
  if (!url) return make("div", { class: "main" }, text);
  const link = make("a", { class: "main", href: url, "data-name": name }, text, icon("go"));
  text.lastChild.append(make("span", { class: "page" }, `On ${url}`));
  link.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
    if (ctrlKey || metaKey || shiftKey) return;
    if (near) jumpOnArrival(url, near);
    if (isPhone()) ways.closeOnArrival();
  });
  return link;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
