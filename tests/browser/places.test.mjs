// A site works wherever it is put: below a path, as on GitHub Pages, and on a disk.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openReader, SCREENS } from "./reader.mjs";
import { buildSite, onDisk, removeSites, serve } from "./site.mjs";
import { shows, startBrowser } from "./support.mjs";

const BASE = "/docs/project/";

let browser, book, example, disk, reader;

before(async () => {
  browser = await startBrowser();
  book = await serve(await buildSite("book", { baseUrl: `https://example.org${BASE}` }), BASE);
  example = await serve(await buildSite("example", { baseUrl: `https://example.org${BASE}` }), BASE);
  disk = onDisk(await buildSite("example"));
});
afterEach(async () => {
  const troubles = reader?.troubles() ?? [];
  await reader?.close();
  reader = null;
  assert.deepEqual(troubles, []);
});
after(async () => {
  await browser?.stop();
  await removeSites([book, example, disk].filter(Boolean));
});

async function open(site, path, options = SCREENS.desktop) {
  reader = await openReader(browser, site, options);
  await reader.open(path);
  return reader.page;
}

async function isDressed(page) {
  await shows(page, "the styles of the theme are at work", () => getComputedStyle(document.querySelector(".skip")).clipPath === "inset(50%)");
  await shows(page, "the scripts of the theme are at work", () => document.querySelector(".scheme-choices input:checked"));
}

test("below a path, a reader finds the way through the manual", async () => {
  const page = await open(book, "");
  await isDressed(page);
  await page.locator("#wp-sidebar").getByRole("link", { name: "Reference", exact: true }).click();
  await page.waitForURL(`**${BASE}reference/`);
  await page.locator("#wp-sidebar").getByRole("link", { name: "Settings", exact: true }).click();
  await page.waitForURL(`**${BASE}reference/settings/`);
  await isDressed(page);
  await page.click(".pager .next");
  await page.locator(".breadcrumbs a").first().click();
  await page.waitForURL(`**${BASE}`);
});

test("below a path, an address without its last slash leads to the page", async () => {
  const page = await open(book, "how-tos/show-code");
  assert.equal(reader.path(), "how-tos/show-code/");
  assert.equal(await page.textContent("h1"), "Show code");
});

test("below a path, an address that is not there leads back", async () => {
  reader = await openReader(browser, book);
  for (const [wrong, right, title] of [["tutorials/first-sit", "tutorials/first-site/", "Build your first site"], ["refrence/setings/index.html", "reference/settings/", "Settings"]]) {
    const answer = await reader.open(wrong);
    assert.equal(answer.status(), 404);
    // The browser itself tells of the answer.
    assert.deepEqual(reader.troubles().filter((trouble) => !trouble.includes("404")), []);
    const { page } = reader;
    await isDressed(page);
    await page.locator("#wp-suggestions a").first().click();
    await page.waitForURL(`**${BASE}${right}`);
    assert.equal(await page.textContent("h1"), title);
  }
  await reader.page.click(".brand");
  await reader.page.waitForURL(`**${BASE}`);
});

test("below a path, a persona is chosen and stays", async () => {
  const page = await open(example, "how-tos/");
  await page.click(".persona-menu summary");
  await page.click("[data-persona-choice=taylor]");
  await page.waitForURL(`**${BASE}personas/taylor/**`);
  await page.click(".brand");
  assert.equal(await page.textContent(".persona-menu summary"), "I am Taylor");
  assert.ok((await page.locator(".for-me").count()) > 3);
});

test("on a disk, a reader finds the way through the example", async () => {
  const page = await open(disk, "");
  await isDressed(page);
  assert.ok(await page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)), "images are shown");
  for (const [name, path] of [["Community", "community/"], ["Pathways", "community/pathways/"], ["Your first fix", "community/pathways/first-fix/"]]) {
    await page.locator("#wp-sidebar").getByRole("link", { name, exact: true }).click();
    assert.equal(reader.path(), path);
    await isDressed(page);
  }
  await page.check("[data-step]");
  await page.reload();
  assert.match(await page.textContent(".progress [role=status]"), /^1 of/);
});

test("on a disk, filters, folds, and headings work", async () => {
  const page = await open(disk, "community/pathways/");
  await page.locator("main .filters label", { hasText: "No code" }).click();
  assert.match(await page.textContent(".shown"), /^\d+ of \d+ shown$/);
  await reader.open("reference/settings/");
  await page.locator(".contents a").last().click();
  assert.match(page.url(), /settings\/index\.html#/);
  await page.click("[popovertarget=wp-scheme]");
  await page.locator(".scheme-choices label", { hasText: "Dark" }).click();
  await reader.open("");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.scheme), "dark");
});
