// The place in the page where somebody reads, kept over a reload.
//
// It owns what is remembered of that place and how it is found again in a page that has changed. It must not know why the
// page is loaded again, nor of findings: the place of a finding is the subject of jump.js.

import { recall, remember } from "./memory.js";
import { afterLoad, blocks, byId } from "./page.js";

// The place that this page does not have, until somebody moves.
let unreached = null;

/** To be called before a reload. Several blocks are kept, since the one at the top may be the very one that was changed. */
export function rememberPlace(path) {
  if (unreached) return remember(`place ${path}`, unreached);
  // At the very top, what comes in above should be seen.
  if (scrollY < 1) return;
  const all = blocks().map((block, index) => ({ block, index, ...box(block) }));
  const seen = all.filter(({ block, bottom, top, height }) => height && bottom > 0 && top < innerHeight && !sticks(block));
  const heading = all.filter(({ block, bottom, height }) => height && bottom <= 0 && block.id).slice(-1);
  const kept = [...seen.slice(0, 12), ...heading].map(({ block, index, top }) => {
    return { id: block.id, text: digest(block), index, top };
  });
  remember(`place ${path}`, { kept, x: scrollX, y: scrollY });
}

/** To be called after it, as early as can be. */
export function restorePlace(path) {
  const place = recall(`place ${path}`);
  remember(`place ${path}`, null);
  if (!place) return;
  // Until here the browser's own restoration is wanted: it may come before the first paint. From here it would undo this.
  history.scrollRestoration = "manual";
  let isMoved = false;
  // An editor may empty a file before it writes it: the place is kept for when the page is whole again.
  const scroll = () => (unreached = scrollToPlace(place) ? null : place);
  const move = () => {
    isMoved = true;
    unreached = null;
  };
  for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(name, move, { once: true, passive: true });
  }
  scroll();
  // Pictures and fonts may have moved the text since, and an address with a fragment may have scrolled to it.
  afterLoad(() => {
    if (!isMoved) scroll();
    history.scrollRestoration = "auto";
  });
}

// Says whether the page has the place at all.
function scrollToPlace({ kept, x, y }) {
  const all = blocks();
  const digests = all.map(digest);
  const byText = ({ text }) => text && digests.indexOf(text) === digests.lastIndexOf(text) && all[digests.indexOf(text)];
  const byIndex = ({ index }) => all[index];
  const found = (way) => {
    for (const place of kept) {
      const block = way(place);
      if (block && box(block).height) return scrollY + box(block).top - place.top;
    }
  };
  const same = found((place) => byId(place.id) || byText(place));
  scrollTo({ left: x, top: same ?? found(byIndex) ?? y, behavior: "instant" });
  return same !== undefined || y <= document.documentElement.scrollHeight - innerHeight + 1;
}

// A block in a bar that stays in view says nothing about where the text is.
function sticks(block) {
  for (let part = block; part; part = part.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(part).position)) return true;
  }
  return false;
}

function box(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  return { top, bottom, height };
}

function digest(block) {
  return block.textContent.replace(/\s+/g, " ").trim().slice(0, 200);
}
