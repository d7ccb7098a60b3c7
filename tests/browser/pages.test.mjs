// Every page of the example and of the manual, read as the bytes that a host sends: its HTML is valid, its links lead
// somewhere wherever it is published, and it is light.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { collectFindings } from "./findings.mjs";
import { buildSite, onDisk, removeSites } from "./site.mjs";

const kB = 1000;

let example, book, bookBelow, small;

before(async () => {
  [example, book, bookBelow, small] = await Promise.all([
    buildSite("example"),
    buildSite("book"),
    buildSite("book", { baseUrl: "https://example.org/docs/project/" }),
    buildSite("small"),
  ]);
});
after(() => removeSites([example, book, bookBelow, small].filter(Boolean)));

// ---- HTML ----

const RULES = {
  // Fingerprints of scripts and styles are for those of other hosts, and there are none.
  "require-sri": ["error", { target: "crossorigin" }],
  // An id may begin with a digit. Those of headings are made from their words, as on GitHub.
  "valid-id": ["error", { relaxed: true }],
  // How long a title is, is up to those who write it.
  "long-title": "off",
};

test("every page is valid HTML", async () => {
  const presets = ["html-validate:recommended", "html-validate:document", "html-validate:a11y"];
  const validator = new HtmlValidate(new StaticConfigLoader({ extends: presets, elements: ["html5"], rules: RULES }));
  const findings = collectFindings();
  for (const site of [example, book, small]) {
    for (const { path, html } of site.pages) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message, selector, line, ruleUrl } of results.flatMap(({ messages }) => messages)) {
        findings.add(`${ruleId}: ${message}\n    ${ruleUrl}`, `${site.name} ${path}, line ${line}: ${selector}`);
      }
    }
  }
  findings.expectNone();
});

// ---- Links ----

/** Where tags have addresses. */
const ADDRESSES = ["href", "src", "poster", "data", "action"];

const PLACES = [
  { name: "the example at the root of a host", site: () => at(example, "https://quayside.example/") },
  { name: "the manual at the root of a host", site: () => at(book, "https://example.org/") },
  { name: "the manual below a path", site: () => at(bookBelow, "https://example.org/docs/project/") },
  { name: "the example on a disk", site: () => onDisk(example) },
];
const at = (site, address) => ({ ...site, address });

for (const { name, site } of PLACES) {
  test(`every link leads somewhere: ${name}`, async () => {
    const { pages, redirects, files, address } = site();
    const isDisk = address.startsWith("file:");
    const byFile = new Map(pages.map((page) => [page.file, page]));
    const findings = collectFindings();
    for (const page of [...pages, ...redirects]) {
      // A disk has no page for addresses that are not there.
      if (isDisk && page.file === "404.html") continue;
      for (const link of linksOf(page)) {
        const target = new URL(link, address + (isDisk ? page.file : page.path));
        if (target.origin !== new URL(address).origin || !/^(https?|file):$/.test(target.protocol)) continue;
        const fault = faultOf(target, { address, isDisk, files, byFile });
        if (fault) findings.add(`${link}: ${fault}`, page.file);
      }
    }
    findings.expectNone();
  });
}

function linksOf({ tags }) {
  const links = tags.flatMap(({ attributes }) => ADDRESSES.flatMap((key) => attributes[key] ?? []));
  const sets = tags.flatMap(({ attributes }) => attributes.srcset?.split(",").map((one) => one.trim().split(/\s+/)[0]) ?? []);
  return [...links, ...sets];
}

/** What is wrong with an address of the site; nothing if it leads somewhere. */
function faultOf(target, { address, isDisk, files, byFile }) {
  const plain = target.href.replace(/[?#].*/, "");
  if (!plain.startsWith(address)) return `it leads out of ${address}`;
  const path = decodeURIComponent(plain.slice(address.length));
  // A disk answers for a file only, and a host for a folder that holds an index.html.
  const file = !isDisk && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
  if (!files.has(file)) return `there is no ${file}`;
  const id = decodeURIComponent(target.hash.slice(1));
  if (id && byFile.has(file) && !byFile.get(file).ids.has(id)) return `there is no id “${id}” in ${file}`;
  return null;
}

test("the sitemap and llms.txt name pages that are there", async () => {
  for (const [file, pattern] of [["sitemap.xml", /<loc>(.*?)<\/loc>/g], ["llms.txt", /\]\((.*?)\)/g]]) {
    const text = await readFile(join(example.folder, file), "utf8");
    const paths = [...text.matchAll(pattern)].map(([, url]) => url.replace("https://quayside.example/", ""));
    const isThere = (path) => example.files.has(path === "" || path.endsWith("/") ? `${path}index.html` : path);
    assert.ok(paths.length > 50, `${file} names ${paths.length} pages`);
    assert.deepEqual(paths.filter((path) => !isThere(path)), [], file);
  }
});

// ---- Weight ----

test("no page loads anything from another origin", () => {
  const findings = collectFindings();
  for (const site of [example, book, small]) {
    for (const { path, tags } of site.pages) {
      for (const { name, attributes } of tags) {
        const loaded = name === "link" && attributes.rel !== "canonical" ? attributes.href : attributes.src;
        if (/^(https?:)?\/\//.test(loaded ?? "")) findings.add(`<${name}> loads ${loaded}`, `${site.name} ${path}`);
      }
    }
  }
  findings.expectNone();
});

test("a page with its styles and scripts weighs 60 kB at most, and what is around its text 20 kB", async () => {
  const findings = collectFindings();
  for (const site of [example, book, small]) {
    const weights = new Map();
    const weigh = async (file) => {
      if (!weights.has(file)) weights.set(file, gzipSync(await readFile(join(site.folder, file))).length);
      return weights.get(file);
    };
    for (const { file, path, html, tags } of site.pages) {
      const loaded = tags.flatMap(({ name, attributes }) => {
        if (name === "script") return attributes.src ?? [];
        return name === "link" && attributes.rel === "stylesheet" ? attributes.href : [];
      });
      let weight = gzipSync(html).length;
      for (const address of loaded) weight += await weigh(new URL(address, `http://host/${file}`).pathname.slice(1));
      if (weight > 60 * kB) findings.add("compressed, it weighs more than 60 kB", `${site.name} ${path}: ${weight} bytes`);
      // The contents lists are made from the text, and grow with it.
      const around = html.replace(/<main[\s>].*<\/main>/s, "").replace(/<nav class="contents".*?<\/nav>/s, "");
      const rest = Buffer.byteLength(around);
      if (rest > 20 * kB) findings.add("there are more than 20 kB around the text", `${site.name} ${path}: ${rest} bytes`);
    }
  }
  findings.expectNone();
});
