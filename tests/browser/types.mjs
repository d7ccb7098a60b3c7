// Which pages of the sites are tested where testing all of them would take too long: the fewest that show everything that any
// page shows. They are found anew with every run, so that a new block, record, or part of the theme is tested by itself.

import { openReader } from "./reader.mjs";

/** Pages that are always among them, whatever else shows the same. All parts around the text are seen on these. */
const ALWAYS = [
  "example ",
  "example 404.html",
  "example tutorials/first-workspace/",
  "example how-tos/use-gpus/",
  "example reference/settings/",
  "example concepts/architecture/",
  "example how-tos/",
  "example community/pathways/",
  "example community/pathways/first-sentence/",
  "example community/roadmap/",
  "example community/roadmap/brochure/",
  "example community/roadmap/help-wanted/",
  "example community/roadmap/accessible-dashboards/",
  "example community/people/hana-morishita/",
  "example community/teams/docs-team/",
  "example community/decisions/1/",
  "example community/readings/first-week/",
  "example personas/noor/",
  "book ",
  "small ",
  "small many/",
  "small text/everything/",
  "small text/wide/",
  "small community/blocks/",
];

/** A part of every block, one below the other. Each is seen on a page of its own; this one, pages.test.mjs reads. */
const EVERY_BLOCK = "example maintainers/blocks/";

/** Attributes whose values are told apart: the others have too many, or do not change what is shown. */
const VALUED = ["data-block", "data-code", "data-look", "data-state", "data-view", "role"];

/**
 * Opens every page type of the sites `example`, `book`, and `small`, one after the other, in one window for each site. Gives
 * each new reader to `prepare`, and the reader and the name of each page to `visit`, together with whether it is one of those
 * that are always among them.
 */
export async function visitTypes(browser, sites, { prepare, ...options }, visit) {
  const types = pageTypes(sites);
  for (const site of sites) {
    const reader = await openReader(browser, site, options);
    await prepare?.(reader);
    for (const { name, page } of types.filter((type) => type.site === site)) {
      await reader.open(page.path);
      await visit(reader, name, ALWAYS.includes(name));
    }
    await reader.close();
  }
}

function pageTypes(sites) {
  const all = sites.flatMap((site) => site.pages.map((page) => ({ name: `${site.name} ${page.path}`, site, page, signs: signsOf(page) })));
  const find = (name) => {
    const found = all.find((type) => type.name === name);
    if (!found) throw new Error(`types.mjs names the page “${name}”, which is not there`);
    return found;
  };
  const chosen = ALWAYS.map(find);
  const shown = new Set(chosen.flatMap(({ signs }) => signs));
  const others = all.filter(({ name }) => name !== EVERY_BLOCK);
  for (;;) {
    const news = others.map((type) => ({ type, count: type.signs.filter((sign) => !shown.has(sign)).length }));
    const best = news.reduce((one, other) => (other.count > one.count ? other : one));
    if (best.count === 0) return chosen;
    chosen.push(best.type);
    for (const sign of best.type.signs) shown.add(sign);
  }
}

/** What there is to see on a page: its elements, classes, and attributes, the parts that the theme names, and the section. */
function signsOf({ path, tags }) {
  const signs = new Set([`section ${path.split("/")[0]}`]);
  for (const { name, attributes } of tags) {
    signs.add(`<${name}>`);
    const words = attributes.class?.split(/\s+/) ?? [];
    // The colours of code are the same in every language.
    for (const word of words) if (!word.startsWith("language-")) signs.add(`.${word}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (VALUED.includes(key)) signs.add(`${key}=${value}`);
      else if (/^(data|aria)-/.test(key)) signs.add(key);
    }
    if (attributes.id?.startsWith("wp-")) signs.add(`#${attributes.id}`);
  }
  return [...signs];
}
