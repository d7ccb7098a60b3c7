// The page that is previewed, which is somebody else's: what can be asked of it, and how to do no harm in it.
//
// It owns nothing and changes nothing. It must not know what the answers are for.

/** What counts as a block of text. */
export const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, pre, figure, summary, blockquote";

/** The blocks of the text; of the whole page, if it has no main part or `inside` is beside that. */
export function blocks(inside) {
  const main = document.querySelector("main");
  const scope = main && (!inside || main.contains(inside)) ? main : document.body;
  return [...(scope?.querySelectorAll(BLOCKS) ?? [])];
}

export function byId(id) {
  return id ? document.getElementById(id) : null;
}

/** The page's own choice, "light" or "dark", if it has made one. */
export function scheme() {
  const { theme, scheme } = document.documentElement.dataset;
  return [theme, scheme].find((one) => one === "light" || one === "dark");
}

/** As narrow as live.css says it. */
export function isPhone() {
  return matchMedia("(max-width: 40em)").matches;
}

/** Acts when everything is loaded and laid out. */
export function afterLoad(act) {
  const run = () => requestAnimationFrame(() => quietly(act));
  if (document.readyState === "complete") run();
  else addEventListener("load", run, { once: true });
}

/** Whatever goes wrong here must not become an error in the console of somebody's page. */
export function quietly(act) {
  try {
    act();
  } catch {}
}
