// The badge in the corner and the panel above it, in a shadow root over the page, and the sentences for those who do not see
// them.
//
// It owns what is shown now, and whether the panel is open or the findings are hidden. It must not know where its news comes
// from, nor of the page but that it is light or dark. The list of findings is drawn by findings.js.

import { KINDS, plural, sum } from "./counts.js";
import { icon, make, prose, sign } from "./elements.js";
import { findingsList } from "./findings.js";
import { jump } from "./jump.js";
import { recall, remember } from "./memory.js";
import { quietly, scheme } from "./page.js";

const news = { problem: null, gone: false, lost: false, findings: null };
let host, frame, badge, panel, status, sayTimer;
let drawn = "";

/** To be called once, before anything else here. */
export function buildOverlay() {
  host = make("waypost-live", { lang: "en" });
  badge = make("button", { class: "badge", type: "button", "aria-expanded": "false", "aria-controls": "panel", dir: "ltr" });
  panel = make("div", { class: "panel", id: "panel", role: "region", "aria-label": "Live preview", dir: "ltr", tabindex: "-1" });
  frame = make("div", { class: "box", hidden: "" }, badge, panel);
  status = make("p", { class: "unseen", role: "status" });
  // Its style sheet shows it, so that it is never seen without.
  host.style.display = "none";
  const sheet = make("link", { rel: "stylesheet", href: "/-/waypost/live.css" });
  host.attachShadow({ mode: "open" }).append(sheet, frame, status);
  badge.addEventListener("click", () => setOpen(panel.hidden));
  host.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    // The page's own menus are not what is closed here.
    event.stopPropagation();
    setOpen(false);
  });
  document.documentElement.append(host);
  followScheme();
}

/** Shows what is new of `problem`, `gone`, `lost`, and `findings`; the rest stays as it was. */
export function show(changes) {
  Object.assign(news, changes);
  quietly(draw);
}

/** Shows new findings, which the server has only for a site that can be built. */
export function showFindings(findings) {
  const total = sum(findings.counts);
  const hiddenAt = recall("hidden");
  if (hiddenAt !== null) remember("hidden", total > hiddenAt ? null : total);
  // What comes up later must not open a panel over the text by itself.
  if (total === 0) remember("open", null);
  show({ problem: null, findings });
}

/** Says a sentence to those who do not see the badge. */
export function say(text) {
  status.textContent = text;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => (status.textContent = ""), 5000);
}

/** Jumps to the place of a finding, where the panel does not cover it, and says whether it was found. */
export function jumpBesidePanel(near) {
  return jump(near, panel);
}

function setOpen(isOpen) {
  remember("open", isOpen || null);
  show();
  // Some browsers do not focus what is clicked, and then Escape would not be heard here.
  badge.focus({ preventScroll: true });
}

function hide() {
  remember("hidden", sum(news.findings.counts));
  setOpen(false);
  say("Hidden until there are more findings");
}

// The page's own choice of light or dark goes before the device's.
function followScheme() {
  const follow = () => (host.dataset.scheme = scheme() ?? "auto");
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ["data-theme", "data-scheme"] });
  follow();
}

// ---- Drawing ----

function draw() {
  const { problem, gone, lost, findings } = news;
  const total = recall("hidden") === null ? sum(findings?.counts) : 0;
  const isOpen = recall("open") === true;
  frame.hidden = !(problem || gone || lost || total);
  frame.classList.toggle("open", isOpen);
  panel.hidden = !isOpen;
  badge.setAttribute("aria-expanded", isOpen);
  const drawing = JSON.stringify([problem, gone, lost, findings, total]);
  // What has not changed is not built anew: somebody may be reading or selecting it.
  if (frame.hidden || drawing === drawn) return;
  drawn = drawing;
  fillBadge(total);
  keepFocus(() => panel.replaceChildren(...panelParts(total)));
}

function fillBadge(total) {
  const { problem, gone, lost, findings } = news;
  const signs = [
    problem && sign("error", "Not built"),
    gone && sign("gone", "Page removed"),
    lost && sign("lost", "Disconnected"),
  ];
  for (const [key, kind] of Object.entries(KINDS)) {
    const count = total && findings.counts[key];
    if (count) signs.push(sign(kind, count, `${count} ${plural(count, kind)}`));
  }
  const shown = signs.filter(Boolean);
  badge.setAttribute("aria-label", `${shown.map(({ name }) => name).join(", ")}: show`);
  badge.replaceChildren(...shown.map(({ element }) => element), icon("fold"));
}

function panelParts(total) {
  const { problem, gone, lost, findings } = news;
  const close = make("button", { class: "close", type: "button", "aria-label": "Close", "data-name": "close" }, icon("close"));
  close.addEventListener("click", () => setOpen(false));
  const parts = [make("div", { class: "head" }, make("h2", {}, "Live preview"), close)];
  if (problem) parts.push(notice("error", "The site cannot be built now.", problem.message, problem.help));
  if (gone) parts.push(notice("gone", "This page was removed.", "You see it as it was. It is loaded again when it is back."));
  if (lost) parts.push(notice("lost", "Disconnected.", "Is `waypost serve` still running? This page keeps trying."));
  if (!findings || !total) return parts;
  const ways = { jump: jumpBesidePanel, say, close: () => setOpen(false), closeOnArrival: () => remember("open", null) };
  const hiding = make("button", { class: "hide", type: "button", "data-name": "hide" }, "Hide until there are more findings");
  hiding.addEventListener("click", hide);
  return [...parts, ...findingsList(findings, ways), make("div", { class: "foot" }, hiding)];
}

function notice(kind, title, text, help) {
  const more = help ? make("p", { class: "help" }, "Help: ", ...prose(help)) : "";
  const head = make("p", {}, icon(kind), make("span", {}, make("strong", {}, title), " ", ...prose(text)));
  return make("div", { class: "notice", "data-kind": kind }, head, more);
}

// The panel is built anew while somebody may stand in it. What has a `data-name` is known by it.
function keepFocus(build) {
  const name = panel.getRootNode().activeElement?.dataset.name;
  const { scrollTop } = panel;
  build();
  if (!name) return;
  const same = [...panel.querySelectorAll("[data-name]")].find((part) => part.dataset.name === name);
  (same ?? panel).focus({ preventScroll: true });
  panel.scrollTop = scrollTop;
}
