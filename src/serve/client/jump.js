// The jump to the place of a finding: finds it in the typeset text, scrolls there, and marks it for a moment; at once, or on
// the page that is opened next.
//
// It owns the mark and what is remembered for the next page. It must not know of lists and panels: whatever may lie over the
// text is handed in.

import { recall, remember } from "./memory.js";
import { BLOCKS, blocks, byId, isPhone, scheme } from "./page.js";

let markSheet, markTimer;

/** Says whether the place was found. */
export function jump(near, cover) {
  const place = findPlace(near);
  if (!place) return false;
  const { block, range } = place;
  for (let part = block; part; part = part.parentElement) {
    if (part.localName === "details") part.open = true;
  }
  if (!block.getClientRects().length) return false;
  scrollIntoRoom(block, range, cover);
  mark(block, range);
  return true;
}

/** For a finding that was chosen here and is on another page. */
export function jumpOnArrival(url, near) {
  remember("arrival", { url: new URL(url, location).pathname, near });
}

/** The place on this page that was chosen on another one, once. */
export function takeArrival() {
  const arrival = recall("arrival");
  remember("arrival", null);
  return arrival?.url === location.pathname ? arrival.near : null;
}

// ---- Scrolling ----

// Into the middle of what is free: the cover may lie over the lower part of the text.
function scrollIntoRoom(block, range, cover) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  const over = cover.getBoundingClientRect();
  const { left, right, height } = block.getBoundingClientRect();
  const isCovered = over.height && left < over.right && right > over.left && !isPhone();
  const room = isCovered ? over.top : innerHeight;
  const margin = { scrollMarginBottom: `${innerHeight - room}px` };
  // An animation gives the block this margin without a change to its attributes.
  block.animate([margin, margin], 100);
  if (height < room * 0.7) block.scrollIntoView({ block: "center", behavior });
  else if (range) scrollBy({ top: range.getBoundingClientRect().top - room * 0.6, behavior });
  else block.scrollIntoView({ block: "start", behavior });
}

// ---- Finding ----

function findPlace({ anchor, text, word }) {
  const start = byId(anchor);
  const from = start?.closest(BLOCKS) ?? start;
  const after = blocks(start).filter((block) => !from || from.contains(block) || isAfter(block, from));
  const end = after.findIndex((block) => block !== from && block.id && /^H\d$/.test(block.tagName));
  // A full stop at the end may be the rest of an ellipsis.
  const wanted = readable(text ?? "").text.replace(/\.$/, "");
  const first = (some, test) => wanted && some.find((block) => test.call(readable(block).text, wanted));
  const { startsWith, includes } = String.prototype;
  const near = after.slice(0, end < 0 ? undefined : end);
  const block = first(near, startsWith) || first(near, includes) || first(after, startsWith) || first(after, includes) || from;
  if (!block) return null;
  const inner = wanted && [...block.querySelectorAll(BLOCKS)].findLast((part) => readable(part).text.includes(wanted));
  return { block: inner || block, range: word ? findWord(inner || block, word) : null };
}

function isAfter(block, from) {
  return Boolean(from.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function findWord(block, word) {
  const { text, spots } = readable(block);
  const wanted = readable(word).text;
  const ranges = [];
  for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + 1)) {
    const range = document.createRange();
    const last = spots[at + wanted.length - 1];
    range.setStart(...spots[at]);
    range.setEnd(last[0], last[1] + 1);
    ranges.push(range);
  }
  const isLetter = (letter) => /[\p{L}\p{N}_]/u.test(letter ?? "");
  const isWhole = ({ startContainer, startOffset, endContainer, endOffset }) =>
    !isLetter(startContainer.data[startOffset - 1]) && !isLetter(endContainer.data[endOffset]);
  return ranges.find(isWhole) ?? ranges[0] ?? null;
}

// What is left of a text when nothing is kept that typesetting changes, and where each of its letters stands.
function readable(source) {
  let text = "";
  const spots = [];
  for (const node of typeof source === "string" ? [{ data: source }] : textNodes(source)) {
    for (let index = 0; index < node.data.length; index++) {
      const letter = plain(node.data[index]);
      // Three hyphens are one dash, two apostrophes are one quotation mark.
      if (!letter || ("-.'".includes(letter) && text.endsWith(letter))) continue;
      text += letter;
      spots.push([node, index]);
    }
  }
  return { text, spots };
}

function plain(letter) {
  if (/[\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(letter)) return "";
  if (/["'`´\u2018-\u201f\u2032\u2033«»‹›]/.test(letter)) return "'";
  if (/[\u2010-\u2015\u2212]/.test(letter)) return "-";
  return letter === "…" ? "." : letter;
}

function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// ---- Marking ----

// Neither mark touches the page's elements: the frame is an animation, the word a highlight.
function mark(block, range) {
  const isDark = scheme() === "dark" || (!scheme() && matchMedia("(prefers-color-scheme: dark)").matches);
  const frame = { outline: `3px solid ${isDark ? "#86d5dd" : "#00695a"}`, outlineOffset: "4px" };
  block.animate([frame, { ...frame, offset: 0.85 }, { ...frame, outlineColor: "transparent" }], 2500);
  if (!range || !globalThis.CSS?.highlights) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(waypost-live) { background-color: #ffdf7e; color: #18211f; }");
  unmark();
  CSS.highlights.set("waypost-live", new Highlight(range));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  markTimer = setTimeout(unmark, 2500);
  markSheet = sheet;
}

function unmark() {
  clearTimeout(markTimer);
  CSS.highlights.delete("waypost-live");
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== markSheet);
}
