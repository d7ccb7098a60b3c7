// The page's style sheets: puts new ones in place of the old, without a moment that has neither.
//
// It owns which sheet stands for which. It must not know of events, of reloads, or of the overlay, whose own sheet it never
// meets.

// The addresses of the page's own sheets may be without the marks of their versions, which the server gives.
let known;
// Which sheets a new one stands for, until it is loaded, and which are replaced already.
const forerunners = new WeakMap();
const replaced = new WeakSet();

/** Which sheets the page was served with, in its order. */
export function knowStyles(styles) {
  known = styles;
}

/** Replaces those that have another address now. */
export function swapStyles(styles) {
  const links = [...document.querySelectorAll("link[rel=stylesheet][href]")].filter(
    (link) => address(link.href) && !replaced.has(link),
  );
  links.forEach((link, index) => {
    const now = known?.[index] ?? link.href;
    if (styles[index] && address(styles[index]) !== address(now)) replaceSheet(link, styles[index]);
  });
  known = styles;
}

// Without the host; nothing for a sheet of another one.
function address(href) {
  const { origin, pathname, search } = new URL(href, location);
  return origin === location.origin ? pathname + search : null;
}

// The old sheet stays until the new one is there, so that the page is never without.
function replaceSheet(link, href) {
  const fresh = link.cloneNode();
  fresh.removeAttribute("integrity");
  fresh.href = href;
  // A sheet that is replaced while it loads takes those before it along: its own events never come.
  forerunners.set(fresh, [link, ...(forerunners.get(link) ?? [])]);
  replaced.add(link);
  fresh.onload = fresh.onerror = () => {
    for (const old of forerunners.get(fresh) ?? []) old.remove();
    forerunners.delete(fresh);
  };
  link.after(fresh);
}
