// What holds for every type of page: it loads quietly, fits every screen and letter, and loses nothing on paper, in the
// device's own colours, and without JavaScript.

import { after, before, describe, test } from "node:test";
import { faintParts } from "./contrast.mjs";
import { collectFindings } from "./findings.mjs";
import { SCREENS } from "./reader.mjs";
import { removeSites, serveSites } from "./site.mjs";
import { startBrowser } from "./support.mjs";
import { visitTypes } from "./types.mjs";

let browser, browserWithLargeLetters, sites, sitesFromTheRight;

before(async () => {
  browser = await startBrowser();
  browserWithLargeLetters = await startBrowser("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26");
  sites = await serveSites();
  sitesFromTheRight = await serveSites({ language: "ar" });
});
after(async () => {
  await Promise.all([browser?.stop(), browserWithLargeLetters?.stop()]);
  await removeSites([...(sites ?? []), ...(sitesFromTheRight ?? [])]);
});

describe("every type of page", { concurrency: 2 }, () => {
  test("on a phone, in light: loads quietly, can be hit and read, and fits 320 px", async () => {
    const findings = collectFindings();
    await visitTypes(browser, sites, { ...SCREENS.phone, colorScheme: "light", prepare: slowDown }, async (reader, name) => {
      await findNoise(reader, name, findings);
      await findSmallControls(reader, name, findings);
      await findFaintParts(reader, name, findings);
      await reader.page.setViewportSize({ width: 320, height: 640 });
      await findLosses(reader, name, findings);
      await reader.page.setViewportSize(SCREENS.phone.viewport);
    });
    findings.expectNone();
  });

  test("from right to left: fits 320 px", async () => {
    const findings = collectFindings();
    // 320 px beside a scroll bar.
    await visitTypes(browser, sitesFromTheRight, { viewport: { width: 335, height: 640 } }, async (reader, name) => {
      await findLosses(reader, name, findings);
    });
    findings.expectNone();
  });

  test("on a desktop, in dark: loads quietly, can be hit and read, and loses nothing in the device's own colours and on paper", async () => {
    const findings = collectFindings();
    await visitTypes(browser, sites, { ...SCREENS.desktop, colorScheme: "dark", prepare: slowDown }, async (reader, name) => {
      const { page } = reader;
      await findNoise(reader, name, findings);
      await findSmallControls(reader, name, findings);
      await findFaintParts(reader, name, findings);
      await page.evaluate(markTexts);
      await page.emulateMedia({ forcedColors: "active" });
      for (const text of await page.evaluate(lostTexts, CHROME)) findings.add(`not seen in the device's own colours: ${text}`, name);
      await page.emulateMedia({ forcedColors: "none", media: "print" });
      await page.setViewportSize(A4);
      for (const text of await page.evaluate(lostTexts, CHROME)) findings.add(`not seen on paper: ${text}`, name);
      await findLosses(reader, name, findings);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      if (ground !== "rgb(255, 255, 255)") findings.add(`the ground of the paper is ${ground}`, name);
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize(SCREENS.desktop.viewport);
    });
    findings.expectNone();
  });

  test("with letters of twice the size: fits a window of 1280 px and one of 640 px", async () => {
    const findings = collectFindings();
    await visitTypes(browserWithLargeLetters, sites, SCREENS.desktop, async (reader, name) => {
      const size = await reader.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      if (size !== "32px") findings.add(`the letters are ${size} high`, name);
      for (const width of [640, 1280]) {
        await reader.page.setViewportSize({ width, height: 800 });
        await findLosses(reader, name, findings);
      }
    });
    findings.expectNone();
  });

  test("without JavaScript: can be read and left", async () => {
    const findings = collectFindings();
    await visitTypes(browser, sites, { ...SCREENS.phone, javaScriptEnabled: false }, async (reader, name) => {
      const { page } = reader;
      if (!(await page.locator("h1").isVisible())) findings.add("there is no title", name);
      if (!(await page.locator(".menu-link").isVisible())) findings.add("there is no way to the menu", name);
      for (const text of await page.evaluate(hiddenTexts, ON_REQUEST)) findings.add(`not seen without JavaScript: ${text}`, name);
    });
    findings.expectNone();
  });
});

/** What need not be seen at once. */
const ON_REQUEST = [
  "script",
  // What is no text, and what is read out in place of a picture or copied with a formula.
  "style",
  "svg title",
  "svg desc",
  "annotation",
  // What a script shows when there is reason to, and what is of no use without one.
  "[hidden]",
  ".needs-script",
  // What opens, and what the roadmap shows as a list, without a script too.
  "details:not([open]) > :not(summary)",
  "dialog:not([open])",
  ".board .detail",
].join();

/** A sheet of paper without its margins, in CSS pixels. */
const A4 = { width: 718, height: 1047 };

/** What is around the text, and of no use on paper. */
const CHROME = [
  ".related",
  ".zoom-opener",
  ".diagram details",
  ".tab-list",
  ".skip",
  ".site-header",
  ".sidebar",
  ".contents",
  ".contents-bar",
  ".breadcrumbs",
  ".page-foot > p",
  ".reading-place",
  ".pager",
  ".listing-pages",
  ".site-footer",
  // What can only be pressed.
  ".anchor",
  ".copy",
  ".actions",
  ".filtering",
  ".views",
  ".progress",
  ".done-box",
  ".no-print",
].join();

/** Scripts and images come late, when the page has been painted as it stands without them. */
async function slowDown({ page }) {
  await page.route(/\.(js|png|svg)$/, async (route) => {
    await page.waitForFunction(() => document.readyState !== "loading");
    await page.evaluate(async () => {
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      globalThis.stood ??= performance.now();
    });
    await route.continue();
  });
}

/** Every message, failure, request to another origin, and jump. */
async function findNoise(reader, name, findings) {
  for (const shift of await reader.page.evaluate(shiftsSoFar)) findings.add(shift, name);
  // They end with the address of the page, which its name says already.
  for (const trouble of reader.troubles()) findings.add(trouble.replace(/ \(\S+\)$/, ""), name);
}

async function findLosses({ page }, name, findings) {
  for (const loss of await page.evaluate(losses)) findings.add(loss, name);
}

async function findSmallControls({ page }, name, findings) {
  for (const control of await page.evaluate(smallControls)) findings.add(control, name);
}

async function findFaintParts({ page }, name, findings) {
  for (const part of await page.evaluate(faintParts)) findings.add(part, name);
}

// ---- What runs in the page ----

/** Everything that has moved once the text of the page stood, and only scripts and images were still to come. */
async function shiftsSoFar() {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  const counted = shifts.filter(({ startTime }) => startTime > (globalThis.stood ?? 0));
  const name = ({ node }) => (node?.localName ? [node.localName, ...node.classList].join(".") : "something that is gone");
  return counted.map(({ sources }) => `it jumps while it loads: ${sources.map(name).join(", ")}`);
}

/** Whatever makes the page scroll sideways, and every text that is cut off or out of the window. */
function losses() {
  const width = document.documentElement.clientWidth;
  const found = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > width) found.push(`the page is ${scrollWidth} px wide in a window of ${width} px`);

  // For screen readers alone, or said elsewhere.
  const isUnseen = (element) => element.getAttribute("aria-hidden") === "true" || getComputedStyle(element).clipPath === "inset(50%)";
  // On paper, nothing scrolls.
  const canScroll = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && !matchMedia("print").matches;
  const isApart = (element) => element !== document.body && (isUnseen(element) || canScroll(element) || isApart(element.parentElement));
  const isCut = (element) => getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    const words = `“${text.data.trim().slice(0, 60)}” in ${element.outerHTML.slice(0, 100)}`;
    if (!text.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isApart(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right } = range.getBoundingClientRect();
    if (left < -1 || right > width + 1) found.push(`from ${Math.round(left)} to ${Math.round(right)} px in a window of ${width} px: ${words}`);
    else if (isCut(element)) found.push(`cut off in a window of ${width} px: ${words}`);
  }
  return found;
}

/** Every control that is too small to hit. Links within a line of text are as high as the line allows: of these, axe judges. */
function smallControls() {
  const controls = [...document.querySelectorAll("button, summary, input, select, textarea, [tabindex='0'], a[href]")];
  return controls.flatMap((control) => {
    const target = control.matches("input") ? (control.closest("label") ?? control) : control;
    const isInLine = control.matches("a") && /^inline(-block)?$/.test(getComputedStyle(control).display);
    const { width, height } = target.getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || isInLine || (width >= 24 && height >= 24)) return [];
    return `${Math.round(width)} × ${Math.round(height)} px small: ${control.outerHTML.slice(0, 160)}`;
  });
}

/** Marks the texts that are seen, or are folded in something that is. */
function markTexts() {
  globalThis.texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const fold = text.parentElement.closest("details:not([open]) > :not(summary)")?.parentElement;
    const shown = fold ?? text.parentElement;
    if (text.data.trim() && !text.parentElement.closest("[hidden]") && shown.checkVisibility({ visibilityProperty: true })) texts.push(text);
  }
}

/** Which of the texts that were marked are not seen now. What is folded has to be seen on paper alone, and chrome nowhere. */
function lostTexts(chrome) {
  const isPaper = matchMedia("print").matches;
  const isMeant = (element) => element.closest(isPaper ? chrome : "details:not([open]) > :not(summary)");
  const lost = texts.filter(({ parentElement }) => !isMeant(parentElement) && !parentElement.checkVisibility({ visibilityProperty: true }));
  return lost.map((text) => `“${text.data.trim().slice(0, 60)}” in ${text.parentElement.outerHTML.slice(0, 100)}`);
}

/** The texts of the main part that are not seen. */
function hiddenTexts(onRequest) {
  const hidden = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const isMeant = parentElement.closest(onRequest) || parentElement.checkVisibility({ visibilityProperty: true });
    if (data.trim() && !isMeant) hidden.push(`“${data.trim().slice(0, 60)}” in ${parentElement.outerHTML.slice(0, 100)}`);
  }
  return hidden;
}
