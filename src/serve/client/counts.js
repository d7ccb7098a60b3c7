// How many findings there are, of which kind, and what has changed since the last time.
//
// It owns the kinds and the counts that were told last. It must not know the findings themselves, nor who tells the news.

import { recall, remember } from "./memory.js";

/** What the server counts, and what one of them is called. */
export const KINDS = { errors: "error", warnings: "warning", suggestions: "suggestion" };

let latest, newsTimer;

export function sum(counts) {
  return Object.keys(KINDS).reduce((total, key) => total + (counts?.[key] ?? 0), 0);
}

export function plural(count, word) {
  return Math.abs(count) === 1 ? word : `${word}s`;
}

/** Has `say` tell what is new; once for all that comes within a second. */
export function tellNews(counts, say) {
  latest = counts;
  newsTimer ??= setTimeout(() => {
    newsTimer = undefined;
    const text = takeNews();
    if (text) say(text);
  }, 1000);
}

// The counts outlive a reload, since it is mostly a reload that brings new ones.
function takeNews() {
  const before = recall("counts");
  remember("counts", latest);
  if (!before) return "";
  const parts = Object.entries(KINDS).map(([key, kind]) => {
    const more = (latest[key] ?? 0) - (before[key] ?? 0);
    return more && `${Math.abs(more)} ${more > 0 ? "new" : "fewer"} ${plural(more, kind)}`;
  });
  const text = parts.filter(Boolean).join(", ");
  return text && (sum(latest) ? text : "No findings left");
}
