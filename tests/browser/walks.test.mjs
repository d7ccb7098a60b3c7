// What readers do, step by step, mostly by keyboard: they find their way, choose, filter, read, and come back.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openReader, SCREENS } from "./reader.mjs";
import { buildSite, removeSites, serve } from "./site.mjs";
import { shows, startBrowser } from "./support.mjs";

let browser, example, small, reader;

before(async () => {
  browser = await startBrowser();
  [example, small] = await Promise.all(["example", "small"].map(async (name) => serve(await buildSite(name))));
});
// Whatever a reader does, nothing goes wrong on the way.
afterEach(async () => {
  const troubles = reader?.troubles() ?? [];
  await reader?.close();
  reader = null;
  assert.deepEqual(troubles, []);
});
after(async () => {
  await browser?.stop();
  await removeSites([example, small].filter(Boolean));
});

/** Opens a page of the example, or of another site, and gives the page in the window. */
async function open(path, options = SCREENS.desktop, site = example) {
  reader = await openReader(browser, site, options);
  await reader.open(path);
  return reader.page;
}

/** Presses Tab until the element has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 300; presses++) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never leads to ${selector}`);
}

const hasFocus = (page, selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);

// ---- Ways in ----

test("the first key leads past the header", async () => {
  const page = await open("how-tos/use-gpus/");
  await page.keyboard.press("Tab");
  assert.ok(await hasFocus(page, ".skip"), "the first stop is the link that skips the header");
  await shows(page, "it is in view while it has the focus", () => {
    const { top, width } = document.querySelector(".skip").getBoundingClientRect();
    return top >= 0 && width > 24 && getComputedStyle(document.querySelector(".skip")).clipPath === "none";
  });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await hasFocus(page, "main *"), "the next stop is in the text");
});

for (const [colours, options] of [["the theme's colours", {}], ["the device's few colours", { forcedColors: "active" }]]) {
  test(`wherever the keyboard leads, the reader sees where it is, in ${colours}`, async () => {
    const page = await open("community/pathways/", { ...SCREENS.desktop, ...options });
    const stops = new Set();
    for (;;) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(describeFocus);
      if (!stop) break;
      assert.ok(!stops.has(stop.name), `the focus comes back to ${stop.name} before the end of the page`);
      stops.add(stop.name);
      assert.ok(stop.outline >= 2, `${stop.name} has an outline of ${stop.outline} px when it has the focus`);
      assert.ok(stop.isUncovered, `${stop.name} has the focus and cannot be seen`);
    }
    assert.ok(stops.size > 40, `there are only ${stops.size} stops`);
  });
}

/** Runs in the page. Buttons of a filter are shown by the label around them. */
function describeFocus() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const shown = element.matches("input") && getComputedStyle(element).opacity === "0" ? element.closest("label") : element;
  const style = getComputedStyle(shown);
  const rows = [...shown.getClientRects()];
  const isSeen = ({ left, top, width, height }) => {
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return seen !== null && (shown.contains(seen) || seen.contains(shown));
  };
  const number = [...document.querySelectorAll("*")].indexOf(element);
  const name = `element ${number}, “${element.textContent.trim() || element.getAttribute("aria-label") || element.value}”`;
  return { name, outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), isUncovered: rows.some(isSeen) };
}

test("on a phone, the menu opens over the page and gives the focus back", async () => {
  const page = await open("how-tos/use-gpus/", SCREENS.phone);
  await tabTo(page, ".menu-button");
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(page, ".menu-close"), "the focus is in the menu");
  assert.equal(await page.getAttribute(".menu-button", "aria-expanded"), "true");
  assert.equal(await page.getByRole("dialog", { name: "Menu" }).count(), 1);
  assert.equal(await page.locator("[aria-current=page]").first().isVisible(), true, "the page in view is marked in it");

  // Round and round: the focus never gets behind the menu.
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    assert.ok(await hasFocus(page, "#wp-sidebar *, body"), "the focus got out of the menu");
  }
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("body > *, .layout > *")]
    .filter((part) => part.checkVisibility() && !part.inert && !part.matches("script, .layout, #wp-sidebar"))
    .map((part) => part.outerHTML.slice(0, 80))), [], "the rest cannot be reached");

  await page.keyboard.press("Escape");
  assert.ok(await hasFocus(page, ".menu-button"), "Esc closes the menu, and the focus is where it was");
  assert.equal(await page.isVisible("#wp-sidebar"), false);
  assert.equal(await page.evaluate(() => document.querySelector("[inert]")), null);
});

test("on a phone, the menu leads on, and a tap beside it closes it", async () => {
  const page = await open("how-tos/use-gpus/", SCREENS.phone);
  await page.tap(".menu-button");
  const rows = await page.locator("#wp-sidebar nav > ul a:visible").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
  assert.ok(rows.length > 5 && Math.min(...rows) >= 44, `rows are ${Math.min(...rows)} px high`);
  await page.touchscreen.tap(380, 600);
  assert.equal(await page.isVisible("#wp-sidebar"), false);
  await page.tap(".menu-button");
  await page.getByRole("dialog").getByRole("link", { name: "Keep secrets" }).tap();
  await page.waitForURL("**/how-tos/keep-secrets/**");
  assert.equal(await page.textContent("h1"), "Keep secrets");
});

// ---- Reading ----

test("the contents list follows the text", async () => {
  const page = await open("how-tos/use-gpus/");
  const current = () => page.locator(".contents [aria-current]").allTextContents();
  const headings = await page.locator(".contents a").allTextContents();
  assert.ok(headings.length > 3);
  for (const link of await page.locator(".contents a").all()) {
    const name = await link.textContent();
    await link.click();
    await shows(page, `the list is at “${name}”`, (name) => document.querySelector(".contents [aria-current]")?.textContent === name, name);
    assert.equal((await current()).length, 1);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await shows(page, "nothing is marked above the first heading", () => !document.querySelector(".contents [aria-current]"));
});

test("on a phone, a bar says where the reader is and leads elsewhere", async () => {
  const page = await open("how-tos/use-gpus/", SCREENS.phone);
  const [, second] = await page.locator(".contents-bar a").allTextContents();
  await page.tap(".contents-bar summary");
  await page.getByRole("link", { name: second, exact: true }).tap();
  await shows(page, "the bar is closed and names the heading", (name) => {
    const bar = document.querySelector(".contents-bar");
    return !bar.open && bar.querySelector(".here").textContent === name;
  }, second);
  assert.ok(await page.evaluate(() => {
    const bar = document.querySelector(".contents-bar").getBoundingClientRect();
    const heading = document.querySelector(":target").getBoundingClientRect();
    return heading.top >= bar.bottom && heading.top < innerHeight / 2;
  }), "the heading stands below the bar");
  await tabTo(page, ".contents-bar summary").catch(() => page.focus(".contents-bar summary"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  assert.ok(await hasFocus(page, ".contents-bar summary"));
  assert.equal(await page.getAttribute(".contents-bar", "open"), null);
});

test("code is copied, and a screen reader hears of it", async () => {
  const page = await open("", { ...SCREENS.desktop, permissions: ["clipboard-read", "clipboard-write"] });
  const code = await page.locator("figure.code code").first().textContent();
  await tabTo(page, ".copy");
  await shows(page, "who comes by keyboard sees the button", () => getComputedStyle(document.activeElement).opacity === "1");
  await page.keyboard.press("Enter");
  await shows(page, "it says so", () => [...document.querySelectorAll("[role=status]")].some((status) => status.textContent === "Copied"));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code.trimEnd());
});

test("what is copied is the code, and nothing that only stands beside it", async () => {
  const page = await open("text/everything/#code", { ...SCREENS.desktop, permissions: ["clipboard-read", "clipboard-write"] }, small);
  const copied = async (language, nth = 0) => {
    const frame = page.locator(`figure.code[data-language=${language}]`).nth(nth);
    await frame.hover();
    await frame.locator(".copy").click();
    await shows(page, "it is copied", () => document.querySelector(".copy.done"));
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copied("console"), "harbor tide \\\n  --place Ostend");
  assert.equal(await copied("python", 2), 'import harbor\nplace = "Ostend"\nprint(harbor.tide(place))');
  const selected = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector("figure.code[data-language=console] pre"));
    return getSelection().toString().trim();
  });
  assert.equal(selected, "harbor tide \\\n  --place Ostend\nhigh water 14:20  4.6 m");
  await page.getByRole("link", { name: "Note 2" }).click();
  await shows(page, "a number leads to what explains it", () => document.querySelector(":target")?.textContent === "And what.");
});

test("an address that leads into a fold opens it", async () => {
  const page = await open("text/everything/#deep-inside", SCREENS.desktop, small);
  const isInView = () => {
    const { top, bottom } = document.getElementById("deep-inside").getBoundingClientRect();
    return document.getElementById("deep-inside").checkVisibility() && top >= 0 && bottom <= innerHeight;
  };
  await shows(page, "the heading in two folds is in view", isInView);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = false;
    scrollTo(0, 0);
    location.hash = "";
  });
  await page.evaluate(() => (location.hash = "deep-inside"));
  await shows(page, "it is in view again", isInView);
});

// ---- Choices that stay ----

test("a persona is chosen, stays chosen, marks what serves it, and is let go", async () => {
  const page = await open("");
  await tabTo(page, ".persona-menu summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-persona-choice=enzo]");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/personas/enzo/**");
  const choice = () => page.textContent(".persona-menu summary");
  assert.equal(await choice(), "I am Enzo");

  await reader.open("community/pathways/");
  assert.equal(await choice(), "I am Enzo");
  const marked = await page.locator(".for-me").evaluateAll((parts) => parts.map((part) => part.dataset.personas));
  assert.ok(marked.length > 3 && marked.every((personas) => personas.split(" ").includes("enzo")));
  const unmarked = page.locator("[data-personas]:not(.for-me)");
  assert.ok((await unmarked.count()) > 3, "what serves others is still there");
  assert.ok(await page.locator("main .card[data-personas]:not(.for-me)").first().isVisible());
  assert.match(await page.locator("main .for-me").first().textContent(), /for Enzo/);

  await tabTo(page, ".persona-menu summary");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("[data-persona-choice=enzo]", "aria-current"), "true");
  await page.keyboard.press("Escape");
  assert.ok(await hasFocus(page, ".persona-menu summary"), "Esc closes the menu, and the focus stays");
  assert.equal(await page.getAttribute(".persona-menu", "open"), null);

  await page.keyboard.press("Enter");
  await tabTo(page, ".persona-menu button");
  await page.keyboard.press("Enter");
  assert.equal(await choice(), "I am …");
  assert.equal(await page.locator(".for-me").count(), 0);
  assert.equal(await page.locator(".for-me-word").count(), 0);
  // A page that the browser has kept is not loaded.
  await page.goBack({ waitUntil: "commit" });
  await shows(page, "it is let go on the page before, too", () => document.querySelector(".persona-menu summary").textContent === "I am …");
});

test("a colour scheme stays, and nothing flashes on the way", async () => {
  const page = await open("", { ...SCREENS.desktop, colorScheme: "light" });
  await tabTo(page, "[popovertarget=wp-scheme]");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.value), "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  await watchFrames(page, () => getComputedStyle(document.body).backgroundColor);
  await reader.open("reference/settings/");
  assert.deepEqual(await page.evaluate(() => frames), [dark]);
  assert.equal(await page.locator("#wp-scheme input:checked").getAttribute("value"), "dark");
});

test("the sidebar stays as it was left, and nothing flashes on the way", async () => {
  const page = await open("how-tos/use-gpus/");
  const group = page.locator("#wp-sidebar details:not([data-active]) > summary").last();
  await group.click();
  await page.locator("#wp-sidebar nav > ul a:visible").last().scrollIntoViewIfNeeded();
  const state = () => {
    const open = [...document.querySelectorAll("#wp-sidebar > nav > ul > li > details")].map((group) => group.open);
    const { scrollTop } = document.getElementById("wp-sidebar") ?? {};
    return open.length ? JSON.stringify({ open, top: Math.round(scrollTop) }) : undefined;
  };
  const before = await page.evaluate(state);
  await watchFrames(page, state);
  await page.locator(".pager .next").evaluate((link) => link.click());
  await page.waitForURL("**/how-tos/share-an-environment/**");
  const after = await page.evaluate(() => frames);
  assert.equal(after.length, 1, `it was ${after.join(", then ")}`);
  assert.deepEqual(JSON.parse(after[0]).open, JSON.parse(before).open);
  assert.ok(await page.evaluate(() => {
    const row = document.querySelector("#wp-sidebar [aria-current=page]").getBoundingClientRect();
    return row.top >= 0 && row.bottom <= innerHeight;
  }), "the page in view is in view in it");
});

/** Keeps everything that can be seen of something, frame by frame, from the first that a page paints. */
function watchFrames(page, look) {
  return page.addInitScript(`{
    globalThis.frames = [];
    const look = ${look};
    const note = () => {
      const seen = document.body && look();
      if (seen && frames.at(-1) !== seen) frames.push(seen);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  }`);
}

// ---- Community pages ----

test("pathways are filtered in place, and the address can be passed on", async () => {
  const page = await open("community/pathways/");
  const total = await page.locator("main .card[data-entry]").count();
  const shown = () => page.locator("main .card[data-entry]:visible").count();
  await tabTo(page, "main .filters fieldset:first-of-type input");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.evaluate(() => document.activeElement.dataset.key);
  const left = await shown();
  assert.ok(chosen && left > 0 && left < total, `${left} of ${total} are left`);
  assert.equal(await page.textContent(".shown"), `${left} of ${total} shown`);
  assert.equal(await page.getAttribute(".shown", "role"), "status");
  assert.equal(new URL(page.url()).searchParams.get("pathways-code"), chosen);

  await page.reload();
  assert.equal(await shown(), left, "the choice outlives a reload");
  const address = page.url().slice(example.address.length);
  await reader.close();
  const phone = await open(address, SCREENS.phone);
  assert.equal(await phone.locator("main .card[data-entry]:visible").count(), left, "the address says it to others");
  assert.ok(await phone.locator("main .filters label:visible", { has: phone.locator("input:checked") }).first().isVisible(), "they see what was chosen");
});

test("filters that leave nothing say so, and offer the way out", async () => {
  const page = await open("community/pathways/");
  for (const filter of await page.locator("main .filters fieldset").all()) {
    if (await page.isVisible(".nothing")) break;
    await filter.locator("label").last().click();
  }
  assert.equal(await page.locator("main .card[data-entry]:visible").count(), 0);
  await tabTo(page, ".nothing button");
  await page.keyboard.press("Enter");
  assert.equal(await page.isVisible(".nothing"), false);
  assert.equal(await page.locator("main .card[data-entry]:visible").count(), await page.locator("main .card[data-entry]").count());
  assert.ok(await hasFocus(page, "main .filters input"));
  assert.equal(new URL(page.url()).search, "");
});

test("the roadmap is a board and a list", async () => {
  const page = await open("community/roadmap/", { viewport: { width: 1440, height: 900 } });
  const columns = () => page.locator(".board > .column").evaluateAll((columns) => new Set(columns.map((column) => column.getBoundingClientRect().top)).size);
  const plans = await page.locator(".plan:visible").count();
  assert.equal(await columns(), 1, "the columns stand side by side");
  await tabTo(page, ".views input");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.value), "list");
  assert.equal(await columns(), await page.locator(".board > .column").count(), "they stand below each other");
  assert.equal(await page.locator(".plan:visible").count(), plans, "nothing is lost");
});

test("the steps of a pathway are ticked, stay so, and can be begun anew", async () => {
  const page = await open("community/pathways/first-sentence/");
  const boxes = await page.locator("[data-step]").count();
  await tabTo(page, "[data-step]");
  await page.keyboard.press("Space");
  const says = () => page.textContent(".progress [role=status]");
  assert.equal(await says(), `1 of ${boxes} done`);
  await page.reload();
  assert.equal(await says(), `1 of ${boxes} done`);
  assert.ok(await page.locator("[data-step]").first().isChecked());
  await tabTo(page, ".progress button");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("[data-step]:checked").count(), 0);
  assert.ok(await hasFocus(page, "[data-step]"));
});

// ---- Addresses that are not there ----

test("an address with a typing error is answered with what was meant", async () => {
  reader = await openReader(browser, example, SCREENS.desktop);
  const answer = await reader.open("how-tos/use-gpu/");
  assert.equal(answer.status(), 404);
  // The browser itself tells of the answer.
  assert.deepEqual(reader.troubles().filter((trouble) => !trouble.includes("404")), []);
  const { page } = reader;
  const suggestions = await page.locator("#wp-suggestions a").allTextContents();
  assert.equal(suggestions[0], "Use GPUs");
  await page.click("#wp-suggestions a");
  await page.waitForURL("**/how-tos/use-gpus/");
  assert.equal(await page.textContent("h1"), "Use GPUs");
});

// ---- Without JavaScript ----

const WITHOUT_SCRIPTS = { ...SCREENS.phone, javaScriptEnabled: false };

test("without JavaScript, the answer to “how do I contribute without code?” is three taps from the home page", async () => {
  const page = await open("", WITHOUT_SCRIPTS);
  await page.tap(".menu-link");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Community", exact: true }).tap();
  await page.waitForURL("**/community/**");
  await page.locator("main").getByRole("link", { name: "Contribute", exact: true }).first().tap();
  await page.waitForURL("**/community/contribute/**");
  assert.equal(await page.textContent("h1"), "Contribute");
  const ways = page.locator("main [data-entry]", { has: page.locator("[data-code=none]") });
  assert.ok((await ways.count()) >= 5, "there are ways without code");
  const way = await ways.first().innerText();
  assert.match(way, /No code/);
  assert.match(way, /First step/i);
});

test("without JavaScript, the menu is a link, and leads on", async () => {
  const page = await open("how-tos/use-gpus/", WITHOUT_SCRIPTS);
  await page.tap(".menu-link");
  await page.getByRole("link", { name: "Keep secrets" }).tap();
  await page.waitForURL("**/how-tos/keep-secrets/**");
  await page.tap(".contents-bar summary");
  assert.ok((await page.locator(".contents-bar a:visible").count()) > 2, "the contents list opens");
});

test("without JavaScript, pathways are filtered, and the roadmap is a board and a list", async () => {
  const page = await open("community/pathways/", WITHOUT_SCRIPTS);
  const cards = page.locator("main .card[data-entry]:visible");
  const total = await cards.count();
  await page.tap("main .filters summary");
  await page.locator("main .filters label", { hasText: "No code" }).tap();
  const left = await cards.count();
  assert.ok(left > 0 && left < total, `${left} of ${total} are left`);
  assert.equal(await page.locator("main .card:visible [data-code=none]").count(), left);

  await reader.open("community/roadmap/");
  const details = page.locator(".plan .detail:visible");
  const before = await details.count();
  await page.locator(".views label", { hasText: "List" }).tap();
  assert.ok((await details.count()) > before, "the list says more");
});

test("without JavaScript, a persona is a page", async () => {
  const page = await open("", WITHOUT_SCRIPTS);
  await page.tap(".persona-menu summary");
  await page.getByRole("link", { name: "Jacob" }).first().tap();
  await page.waitForURL("**/personas/jacob/**");
  assert.match(await page.innerText("main"), /Start here/);
});

// ---- Search ----

/** Waits until the search answers with this sentence. */
const answers = (page, words) => page.locator(".search-count", { hasText: words }).waitFor();

test("a page is found by its words, by keyboard alone", async () => {
  const page = await open("tutorials/");
  await tabTo(page, ".search-opener");
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(page, "#wp-search"), "the field has the focus");
  await page.keyboard.type("second graphics card");
  await answers(page, "No results");
  assert.ok(await page.locator(".search-help a").isVisible(), "there is a way on");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("gpu packages");
  await page.locator(".search-results li li a").first().waitFor();
  // Down to the page, and on to a heading of it.
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Use GPUs");
  await page.keyboard.press("ArrowDown");
  const heading = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/how-tos/use-gpus/**");
  const shown = await page.evaluate(() => document.querySelector(location.hash)?.textContent ?? "");
  assert.ok(shown.startsWith(heading), `the address leads to the heading “${heading}”, and not to “${shown}”`);
});

test("a search is narrowed, closed, and found again as it was", async () => {
  const page = await open("");
  await page.keyboard.press("/");
  await page.keyboard.type("environment");
  const count = async () => Number((await page.textContent(".search-count")).match(/\d+/)[0]);
  await answers(page, "results for");
  const all = await count();
  await page.locator(".search-dialog fieldset[name=kind] label", { hasText: "Tutorial" }).click();
  await page.waitForFunction((all) => Number(document.querySelector(".search-count").textContent.match(/\d+/)[0]) < all, all);
  const kinds = await page.locator(".search-results > li > .hit .kind").evaluateAll((all) => all.map((one) => one.dataset.kind));
  assert.deepEqual([...new Set(kinds)], ["tutorial"]);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".search-dialog").isVisible(), false);
  await page.keyboard.press("Control+k");
  assert.equal(await page.inputValue("#wp-search"), "environment");
});

test("without scripts, the search leads to the list of all pages", async () => {
  const page = await open("", { ...SCREENS.phone, javaScriptEnabled: false });
  await page.click(".search-opener");
  await page.getByRole("link", { name: "Use GPUs" }).click();
  assert.equal(reader.path(), "how-tos/use-gpus/");
});
