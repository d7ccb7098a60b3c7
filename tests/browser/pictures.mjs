// Takes the pictures of the manual and the README from the example site, so that they show what is there:
// tests/browser/run pictures.mjs

import { join, resolve } from "node:path";
import { openReader } from "./reader.mjs";
import { buildSite, removeSites, serve } from "./site.mjs";
import { startBrowser } from "./support.mjs";

const FOLDER = resolve(import.meta.dirname, "../../book/static");
const WIDE = { viewport: { width: 1280, height: 800 } };

/** A picture: the page, the screen, and what is done before it is taken. */
const PICTURES = {
  "screenshot.png": { path: "how-tos/use-gpus/", screen: WIDE },
  "pathways.png": { path: "community/pathways/", screen: WIDE },
  "roadmap.png": { path: "community/roadmap/", screen: { ...WIDE, colorScheme: "dark" }, before: (page) => down(page, 700) },
  "search.png": { path: "tutorials/", screen: WIDE, before: (page) => search(page, "environment") },
};

async function search(page, words) {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.locator(".search-results > li").first().waitFor();
}

const down = (page, pixels) => page.evaluate((top) => scrollTo({ top, behavior: "instant" }), pixels);

const site = await serve(await buildSite("example"));
const browser = await startBrowser("--hide-scrollbars");
for (const [name, { path, screen, before }] of Object.entries(PICTURES)) {
  const reader = await openReader(browser, site, screen);
  await reader.open(path);
  await before?.(reader.page);
  await reader.page.screenshot({ path: join(FOLDER, name), animations: "disabled" });
  await reader.close();
}
await browser.stop();
await removeSites([site]);
