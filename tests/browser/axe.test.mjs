// axe, with every one of its rules, looks at every type of page: in light and in dark, from left to right and from right to
// left, on a phone and on a desktop; and at what opens on a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { collectFindings } from "./findings.mjs";
import { openReader, SCREENS } from "./reader.mjs";
import { removeSites, serveSites } from "./site.mjs";
import { startBrowser } from "./support.mjs";
import { visitTypes } from "./types.mjs";

const DIRECTIONS = { "from left to right": undefined, "from right to left": "ar" };
const SCHEMES = ["light", "dark"];
// What moves is looked at when it has come to rest.
const OPTIONS = { reducedMotion: "reduce" };

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
/** The sites of each direction. */
const sites = {};

before(async () => {
  browser = await startBrowser();
  for (const [direction, language] of Object.entries(DIRECTIONS)) sites[direction] = await serveSites({ language });
});
after(async () => {
  await browser?.stop();
  await removeSites(Object.values(sites).flat());
});

describe("axe finds nothing", { concurrency: 2 }, () => {
  for (const direction of Object.keys(DIRECTIONS)) {
    test(direction, async () => {
      const findings = collectFindings();
      await visitTypes(browser, sites[direction], { ...OPTIONS, prepare }, async (reader, name, isAlwaysThere) => {
        if (!isAlwaysThere) await reader.page.evaluate(shortenMenus);
        await look(reader.page, `${name} on a desktop`, findings);
        await reader.resize(SCREENS.phone);
        await look(reader.page, `${name} on a phone`, findings);
        await reader.resize(SCREENS.desktop);
      });
      findings.expectNone();
    });
  }
});

const prepare = ({ page }) => page.addInitScript({ content: axe });

/**
 * Runs in the page. The menus are the same on all pages, and are looked at in full on those that are always there. On the
 * others, a third of the time would go into them.
 */
function shortenMenus() {
  for (const entry of document.querySelectorAll("#wp-sidebar li, .persona-menu li")) {
    if (entry.previousElementSibling && !entry.querySelector("[aria-current]")) entry.remove();
  }
}

/** What axe says of a page as it is now, in light and in dark. */
async function look(page, name, findings) {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const { id, help, helpUrl, nodes } of await page.evaluate(violations, colorScheme)) {
      for (const { target, html, failureSummary } of nodes) {
        const element = html.length > 200 ? `${html.slice(0, 200)}…` : html;
        const lines = [`${id}: ${help}`, helpUrl, element, ...failureSummary.split("\n")];
        findings.add(lines.join("\n    "), `${name}, ${colorScheme}: ${target.join(" ")}`);
      }
    }
  }
}

/**
 * Runs in the page, with every rule: several are off unless they are asked for, those on trial and those of the level AAA. In
 * the dark only the colours are others, so that only the rules about colours are asked again.
 */
async function violations(colorScheme) {
  const rules = axe.getRules(colorScheme === "dark" ? ["cat.color"] : undefined).map(({ ruleId }) => ruleId);
  // On trial, and it knows no group: as regions, all tables that scroll would stand in a screen reader's list of landmarks.
  const asked = rules.filter((rule) => rule !== "focus-order-semantics");
  return (await axe.run(document, { resultTypes: ["violations"], runOnly: asked })).violations;
}

// ---- What opens ----

/** What a reader can open on each screen, and where. */
const OPENED = {
  phone: [
    { name: "the menu", path: "how-tos/use-gpus/", open: (page) => page.tap(".menu-button") },
    { name: "the list of headings", path: "reference/settings/", open: (page) => page.tap(".contents-bar summary") },
    { name: "the choice of a persona", path: "", open: (page) => page.tap(".persona-menu summary") },
    { name: "the choice of colours", path: "", open: (page) => page.tap("[popovertarget=wp-scheme]") },
    { name: "the search", path: "", open: (page) => page.tap(".search-opener") },
    { name: "the search with results", path: "tutorials/", open: find },
    { name: "the filters", path: "community/pathways/", open: (page) => page.tap("main .filters summary") },
    { name: "a page that is not there", path: "how-tos/use-gpu/", open: () => {} },
  ],
  desktop: [
    { name: "the choice of a persona", path: "", open: (page) => page.click(".persona-menu summary") },
    { name: "the choice of colours", path: "", open: (page) => page.click("[popovertarget=wp-scheme]") },
    { name: "the search with results", path: "tutorials/", open: find },
    { name: "a filter that leaves nothing", path: "community/pathways/", open: leaveNothing },
    { name: "every fold", path: "community/roadmap/", open: openEveryFold },
    { name: "a page for a chosen persona", path: "community/pathways/", open: choosePersona },
  ],
};

describe("axe finds nothing in what opens", { concurrency: 2 }, () => {
  for (const direction of Object.keys(DIRECTIONS)) {
    test(direction, async () => {
      const findings = collectFindings();
      const [example] = sites[direction];
      for (const [screen, things] of Object.entries(OPENED)) {
        const reader = await openReader(browser, example, { ...SCREENS[screen], ...OPTIONS });
        await prepare(reader);
        for (const { name, path, open } of things) {
          await reader.open(path);
          await open(reader.page);
          await look(reader.page, `${name} on a ${screen}`, findings);
        }
        await reader.close();
      }
      findings.expectNone();
    });
  }
});

/** Chooses in one filter after the other, until nothing is left. */
async function leaveNothing(page) {
  for (const filter of await page.locator("main .filters fieldset").all()) {
    await filter.locator("label").last().click();
    if (await page.locator(".nothing").isVisible()) return;
  }
  throw new Error("the filters of the pathways leave something whatever is chosen");
}

async function find(page) {
  await page.click(".search-opener");
  await page.keyboard.type("environment");
  await page.locator(".search-results a").first().waitFor();
}

async function openEveryFold(page) {
  await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
}

async function choosePersona(page) {
  await page.evaluate(() => waypost.choosePersona("enzo"));
  await page.reload();
}
