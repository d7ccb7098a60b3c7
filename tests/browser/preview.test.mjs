// The live preview in a real browser: what is saved is shown, the reader stays where they are, and nothing goes wrong on
// the way. ROUNDS says how often every change of the list is made.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { CHANGES } from "./changes.mjs";
import { ask, shows, sleep, startBrowser, startPreview, until } from "./support.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const ORIGINAL = join(import.meta.dirname, "../../content-example");
/** So many pixels nobody sees. */
const NEAR = 3;
/** A page that is open beside the one in view, and that must be loaded again only for its own sake. */
const BESIDE = "/community/code-of-conduct/";

let browser, preview;

before(async () => {
  [browser, preview] = await Promise.all([startBrowser(), startPreview(ORIGINAL)]);
});
afterEach(() => preview.site.restore());
after(async () => {
  await Promise.all([browser?.stop(), preview?.stop()]);
});

// ---- Every kind of change ----

const times = [];
let changes = 0;

test("every kind of change", async (t) => {
  const window_ = await browser.openWindow();
  const beside = await window_.newPage();
  await beside.goto(preview.url(BESIDE));
  await setMark(beside);
  // A page behind others is painted once a second.
  const page = await window_.newPage();
  await page.bringToFront();
  for (let round = 1; round <= ROUNDS; round++) {
    for (const change of CHANGES) {
      await t.test(ROUNDS > 1 ? `${change.name} (round ${round})` : change.name, async () => {
        try {
          await make(change, page, beside);
          assert.deepEqual(window_.troubles(), []);
        } catch (error) {
          error.message += `\n${await stateOf(page)}\n${window_.troubles().join("\n")}`;
          // What comes next begins anew.
          await preview.site.restore();
          await page.goto("about:blank");
          await sleep(1000);
          await beside.reload();
          await setMark(beside);
          window_.troubles();
          throw error;
        }
      });
    }
  }
  await window_.close();
  const sorted = times.toSorted((a, b) => a.time - b.time);
  const { time, name } = sorted.at(-1);
  t.diagnostic(`${times.length} changes, from save to shown: median ${sorted[sorted.length >> 1].time} ms, most ${time} ms (${name})`);
});

async function make(change, page, beside) {
  const { on, at, keeps = at, edit, shown, finds, still, returns, also } = change;
  const { site } = preview;
  if (page.url() !== preview.url(on)) await page.goto(preview.url(on));
  if (at) await page.evaluate((at) => view.scrollTo(at), at);
  const fresh = freshThings();
  const top = keeps && (await page.evaluate((keeps) => view.top(keeps), keeps));
  const besideBefore = await preview.bytes(BESIDE);
  await setMark(page);

  await edit(site, fresh);
  let saved = Date.now();
  if (finds) fresh.findings = await preview.lint();
  await shows(page, "the change is shown", shown, fresh);
  // How long it takes to find everything in the whole site is another question.
  if (!finds) times.push({ name: change.name, time: Date.now() - saved });
  if (keeps) await stays(page, keeps, top, "after the change");
  if (still) assert.ok(await hasMark(page), "the page was loaded again, which it need not be");
  await follows(beside, besideBefore);
  await also?.(preview, page, fresh);

  await site.restore();
  saved = Date.now();
  await shows(page, "the change is undone", `(fresh) => !(${shown})(fresh)`, fresh);
  if (finds) await shows(page, "the badge is gone", () => view.badge() === "");
  else times.push({ name: `${change.name}, undone`, time: Date.now() - saved });
  if (returns) await until("the page is loaded again", async () => (await hasMark(page)) === false);
  else if (still) assert.ok(await hasMark(page), "the page was loaded again, which it need not be");
  await isUpToDate(page, on);
  if (keeps) await stays(page, keeps, top, "after the change was undone");
  await follows(beside, besideBefore);
}

/** What there is to see, for those who wonder why a test failed. */
function stateOf(page) {
  return ask(page, () => {
    const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href"));
    const { title, readyState } = document;
    return JSON.stringify({ title, readyState, badge: view.badge(), mark: view.mark(), isOld: window.mark === true, styles, scrollY });
  });
}

function freshThings() {
  changes += 1;
  const number = changes;
  const colour = `rgb(${[number % 251, (number * 7) % 241, (number * 13) % 239].join(", ")})`;
  return { number, colour, text: `Tide ${1000 + number}` };
}

/** The block is where it was, once the page is at rest. */
async function stays(page, keeps, top, when) {
  let now = null;
  const isNear = async () => {
    now = await ask(page, async (keeps) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return view.top(keeps);
    }, keeps);
    return typeof now === "number" && Math.abs(now - top) <= NEAR;
  };
  await until("it is near", isNear, 1000).catch(() => assert.fail(`“${keeps}” was at ${top} and is at ${now} ${when}`));
}

/** The page beside is loaded again if it is another one now, and is left alone otherwise. */
let besideNow;
async function follows(beside, first) {
  besideNow ??= first;
  const bytes = await preview.bytes(BESIDE);
  if (bytes === besideNow || (await beside.evaluate(() => view.badge())).startsWith("Not built")) {
    assert.ok(await ask(beside, () => window.mark === true), "another page was loaded again, which it need not be");
    return;
  }
  besideNow = bytes;
  await until("the other page is loaded again", async () => (await hasMark(beside)) === false);
  await isUpToDate(beside, BESIDE);
  await setMark(beside);
}

async function isUpToDate(page, path) {
  await until("the page is the one that is served now", async () => {
    const mark = await preview.mark(path);
    return mark === null || mark === (await ask(page, () => document.readyState === "complete" && view.mark()));
  });
}

/** What a page is marked with does not outlive a reload. */
function setMark(page) {
  return page.evaluate(() => void (window.mark = true));
}

function hasMark(page) {
  return ask(page, () => window.mark === true);
}

// ---- What somebody does with the preview ----

const GPUS = "content/how-tos/use-gpus.md";

test("the badge by keyboard: open it, go to a finding, close it", async () => {
  const window_ = await browser.openWindow();
  const page = await window_.newPage();
  await page.goto(preview.url("/how-tos/use-gpus/"));
  const wrong = "A GPU that waits for you";
  await preview.site.replace(GPUS, wrong, `${wrong} [somewhere](nowhere.md)`);
  const findings = await preview.lint();
  await shows(page, "the badge counts the finding", (findings) => view.badge() === findings, findings);

  await focusByKeyboard(page, "badge");
  assert.equal(await page.evaluate(() => view.isOpen()), false);
  await page.keyboard.press("Enter");
  await shows(page, "the panel is open", () => view.isOpen() && view.overlay(".badge").getAttribute("aria-expanded") === "true");
  assert.match(await page.evaluate(() => view.overlay(".panel").textContent), /no page or file .*nowhere\.md/);

  await focusByKeyboard(page, "main");
  await page.keyboard.press("Enter");
  await shows(page, "the finding is in view, and the panel does not lie over it", (wrong) => {
    const { top, bottom, left, right } = view.find(wrong).getBoundingClientRect();
    const panel = view.overlay(".panel").getBoundingClientRect();
    const isCovered = bottom > panel.top && right > panel.left && left < panel.right;
    return top >= 0 && bottom <= innerHeight && !isCovered;
  }, wrong);

  await page.keyboard.press("Escape");
  await shows(page, "the panel is closed", () => !view.isOpen() && view.overlay(".badge").matches(":focus"));

  await preview.site.restore();
  await shows(page, "the badge is gone", () => view.badge() === "");
  assert.deepEqual(window_.troubles(), []);
  await window_.close();
});

async function focusByKeyboard(page, className) {
  for (let presses = 0; presses < 300; presses++) {
    if (await page.evaluate((name) => view.overlay(`.${name}:focus`) !== null, className)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no key leads to “${className}”`);
}

test("of two tabs only the one in view holds a stream", async () => {
  const window_ = await browser.openTabs();
  const first = await window_.newPage();
  const second = await window_.newPage();
  await first.goto(preview.url("/how-tos/use-gpus/"));
  await second.goto(preview.url("/reference/settings/"));
  for (const [front, back] of [[first, second], [second, first], [first, second]]) {
    await front.bringToFront();
    await until("one tab is in view", async () => (await isVisible(front)) && !(await isVisible(back)));
    await until("one stream is open", () => window_.openStreams(front) === 1 && window_.openStreams(back) === 0);
  }

  // What is hidden is left alone, and is brought up to date when it is looked at.
  await setMark(second);
  await preview.site.replace("content/reference/settings.md", "`quayside.toml` configures one instance.", "Tide 900.");
  await preview.site.replace(GPUS, "A GPU that waits for you", "Tide 901");
  await shows(first, "the tab in view shows its change", () => view.text().includes("Tide 901"));
  assert.ok(await hasMark(second), "a hidden tab was loaded again");
  await second.bringToFront();
  await shows(second, "the other tab shows its change when it is looked at", () => view.text().includes("Tide 900"));
  assert.deepEqual(window_.troubles(), []);
  await first.close();
  await second.close();
});

function isVisible(page) {
  return ask(page, () => document.visibilityState === "visible");
}

test("back and forward lead to pages as they are now", async () => {
  const window_ = await browser.openTabs();
  const page = await window_.newPage();
  await page.goto(preview.url("/how-tos/use-gpus/"));
  await page.bringToFront();
  const at = "#add-a-gpu-profile-as-an-admin";
  await page.evaluate((at) => view.scrollTo(at), at);
  const top = await page.evaluate((at) => view.top(at), at);

  await page.click("main a[href*='settings/']");
  await shows(page, "the other page", () => view.part("h1").startsWith("Settings"));
  await preview.site.replace(GPUS, "This guide shows you", "Tide 902. This guide shows you");
  await page.goBack();
  await shows(page, "the new text after going back", () => view.text().includes("Tide 902"));
  await stays(page, at, top, "after going back");

  await preview.site.replace("content/reference/settings.md", "Every key can also be given", "Tide 903. Every key can also be given");
  await page.goForward();
  await shows(page, "the new text after going forward", () => view.text().includes("Tide 903"));
  await page.goBack();
  await shows(page, "the page as it was", () => view.text().includes("Tide 902"));
  await stays(page, at, top, "after going back again");
  assert.deepEqual(window_.troubles(), []);
  await page.close();
});

test("the preview stops and starts: the page says so, and catches up", async () => {
  const window_ = await browser.openWindow();
  const page = await window_.newPage();
  await page.goto(preview.url("/how-tos/use-gpus/"));
  await until("the stream is open", () => window_.openStreams(page) === 1);
  await preview.halt();
  await shows(page, "the badge says so", () => view.badge() === "Disconnected");
  await preview.site.replace(GPUS, "This guide shows you", "Tide 904. This guide shows you");
  await preview.goOn();
  await shows(page, "the new text, and no badge", () => view.text().includes("Tide 904") && view.badge() === "");
  // The browser itself tells that nobody answers.
  assert.deepEqual(window_.troubles().filter((trouble) => !/net::ERR_(CONNECTION|INCOMPLETE)/.test(trouble)), []);
  await window_.close();
});
