// Opens windows as readers have them, and keeps what should not happen while they read.

import { PATIENCE } from "./support.mjs";

/** Screens that readers have. Where nothing can hover, the theme shows more. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/**
 * Opens a window on a site. Its troubles are every message on the console, every error, every request that fails, is refused,
 * or leaves the site.
 */
export async function openReader(browser, site, options = SCREENS.desktop) {
  const window_ = await browser.openWindow(options);
  window_.context.setDefaultTimeout(PATIENCE);
  const strangers = [];
  window_.context.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(site.address) && !address.startsWith("data:")) strangers.push(`request to another origin: ${address}`);
  });
  const page = await window_.newPage();
  const session = await window_.context.newCDPSession(page);
  return {
    page,
    context: window_.context,
    /** Opens a page by its path from the root of the site. On a disk, a folder does not answer for its page. */
    open: (path) => page.goto(new URL(addressOf(site, path), site.address).href),
    /** Takes another screen, without loading the page again. */
    resize: async ({ viewport, isMobile = false, hasTouch = false }) => {
      await session.send("Emulation.setDeviceMetricsOverride", { ...viewport, mobile: isMobile, deviceScaleFactor: 1 });
      await session.send("Emulation.setTouchEmulationEnabled", { enabled: hasTouch });
    },
    /** The path of the page in view. */
    path: () => page.url().slice(site.address.length).replace(/(^|\/)index\.html(?=[?#]|$)/, "$1"),
    /** What went wrong since it was asked last. */
    troubles: () => [...window_.troubles(), ...strangers.splice(0)],
    close: window_.close,
  };
}

function addressOf(site, path) {
  return site.address.startsWith("file:") ? path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : path;
}
