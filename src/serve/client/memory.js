// What is remembered in this tab over a reload and from page to page.
//
// It owns the store. It must not know what the values mean: each key belongs to one other module.

// A browser may refuse storage, and then things are remembered only until the next page.
const memory = {};

/** Nothing, `null`, forgets it. */
export function remember(key, value) {
  memory[key] = value;
  try {
    if (value === null) sessionStorage.removeItem(stored(key));
    else sessionStorage.setItem(stored(key), JSON.stringify(value));
  } catch {}
}

/** `null` if there is nothing. */
export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(stored(key)));
  } catch {
    return memory[key] ?? null;
  }
}

// The page has a store of its own under the same roof.
function stored(key) {
  return `waypost-live ${key}`;
}
