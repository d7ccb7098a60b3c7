// Builds the sites that the tests read, and serves them as a plain host does.
//
// Every site is built from a copy, so that nothing is left in the folders of the repository.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { readPage } from "./html.mjs";
import { WAYPOST } from "./support.mjs";

const REPOSITORY = resolve(import.meta.dirname, "../..");
/** The day that counts as today, so that a site does not change from one day to the next. */
const TODAY = "2026-11-21";

/** The sites: where each lies, and what is added to it. */
const SITES = {
  example: { folder: "content-example", added: async () => ({ "content/maintainers/blocks.md": await everyBlock("{limit=1}") }) },
  book: { folder: "book", added: () => ({}) },
  small: { folder: "tests/browser/small", added: async () => ({ "content/community/blocks.md": await everyBlock(""), ...manyPages() }) },
};

/**
 * Builds one of the sites into a temporary folder.
 *
 * language   instead of English; the texts stay English, but the interface and the direction follow
 * baseUrl    where the site will be published
 */
export async function buildSite(name, { language, baseUrl } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "waypost-read-"));
  const source = join(folder, "source");
  const output = join(folder, "output");
  const original = join(REPOSITORY, SITES[name].folder);
  await cp(original, source, { recursive: true, filter: (path) => path !== join(original, "site") });
  for (const [file, text] of Object.entries(await SITES[name].added())) await write(join(source, file), text);
  // A theme that is not in the program yet can be tried without building it.
  if (process.env.THEME) await cp(process.env.THEME, join(source, "theme"), { recursive: true });
  if (language) {
    const settings = await readFile(join(source, "waypost.toml"), "utf8");
    const others = settings.replace(/^language = .*\n/m, "");
    await write(join(source, "waypost.toml"), others.replace("[site]\n", `[site]\nlanguage = "${language}"\n`));
  }
  const place = baseUrl ? ["--base-url", baseUrl] : [];
  await promisify(execFile)(WAYPOST, ["build", source, "--out", output, "--no-cache", "--drafts", "--as-of", TODAY, ...place]);
  const files = await readdir(output, { recursive: true });
  const pages = await readPages(output, files);
  return {
    name,
    folder: output,
    files: new Set(files),
    pages: pages.filter((page) => !page.isRedirect),
    /** Pages that only send a reader on. */
    redirects: pages.filter((page) => page.isRedirect),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Builds all sites, and serves each at the root of a host of its own. */
export async function serveSites(options) {
  return Promise.all(Object.keys(SITES).map(async (name) => serve(await buildSite(name, options))));
}

/** Ends what serves the sites, and removes what was built. */
export async function removeSites(sites) {
  for (const site of sites) {
    await site.close?.();
    await site.remove();
  }
}

/** A page with every block of the theme, so that a new one is tested by itself. */
async function everyBlock(properties) {
  const files = await readdir(join(REPOSITORY, "themes/default/templates/blocks"));
  const names = files.map((file) => file.replace(".html", "")).sort();
  return `+++\ntitle = "Every block"\n+++\n\n${names.map((name) => `## ${name}\n\n:::${name}${properties}\n`).join("\n")}`;
}

/** More than a list holds on one page, and more than a level of the navigation shows. */
function manyPages() {
  const numbers = Array.from({ length: 101 }, (_, index) => index + 1);
  const page = (number) => `+++\ntitle = "Page ${number}"\ndescription = "The page of the number ${number}."\n+++\n\nText.\n`;
  return Object.fromEntries(numbers.map((number) => [`content/many/page-${number}.md`, page(number)]));
}

async function write(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function readPages(folder, files) {
  const names = files.filter((file) => file.endsWith(".html")).sort();
  return Promise.all(names.map(async (file) => readPage(file, await readFile(join(folder, file), "utf8"))));
}

// ---- Hosts ----

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/**
 * Serves a built site below a path, as GitHub Pages does: a folder answers with its `index.html` and is left without its
 * slash for the one with it, and what is not there is answered with `404.html`.
 */
export async function serve(site, base = "/") {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const isBelow = pathname.startsWith(base);
    const found = isBelow && (await findFile(site.folder, decodeURIComponent(pathname.slice(base.length))));
    if (found === "folder") return response.writeHead(301, { location: `${pathname}/` }).end();
    const file = found || join(site.folder, "404.html");
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(await readFile(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    ...site,
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}

/** The file that answers for a path; "folder" where only its slash is missing. */
async function findFile(folder, path) {
  const file = join(folder, path);
  if (!`${file}${sep}`.startsWith(`${folder}${sep}`)) return null;
  const found = await stat(file).catch(() => null);
  if (!found?.isDirectory()) return found && file;
  const index = join(file, "index.html");
  if (!(await stat(index).catch(() => null))) return null;
  return path === "" || path.endsWith("/") ? index : "folder";
}

/** A built site as it lies on a disk. */
export function onDisk(site) {
  return { ...site, address: `${pathToFileURL(site.folder).href}/` };
}
