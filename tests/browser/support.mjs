// Starts and stops what the tests need: a browser, a copy of a site, and `waypost serve` over it.

import { execFile, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

export { sleep };

/** Generous: a machine that is busy is no fault of the preview. */
export const PATIENCE = 15_000;

export const WAYPOST = resolve(process.env.WAYPOST ?? join(import.meta.dirname, "../../target/debug/waypost"));
const EVENTS = "/-/waypost/events";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--window-size=1280,800",
  // With a window of its own it may still be opening that while Playwright connects, which then waits for ever.
  "--no-startup-window",
  "--remote-debugging-port=0",
  // A mouse. Without one, a machine would be taken for a phone.
  "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
];

/** Asks again and again until the answer is true, and fails with a sentence otherwise. */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    if (await ask()) return;
    if (Date.now() > end) throw new Error(`after ${patience / 1000} s, this did not come true: ${what}`);
    await sleep(10);
  }
}

// ---- The browser ----

/**
 * Starts a browser of its own, with more arguments if there are any. Playwright connects to it afterwards, since a browser
 * that Playwright starts shows every tab at once and has no memory for "back": two things that the preview has to cope with.
 */
export async function startBrowser(...more) {
  const profile = await mkdtemp(join(tmpdir(), "waypost-browser-"));
  const child = start(process.env.CHROMIUM ?? "chromium", [...ARGUMENTS, ...more, `--user-data-dir=${profile}`]);
  const [address] = await child.says(/ws:\/\/\S+/);
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    /** A window of its own, which is always in view, with a memory of its own. Options are those of Playwright's contexts. */
    openWindow: async (options) => observe(await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })),
    /** The first window, with tabs of which one at a time is in view. */
    openTabs: () => observe(browser.contexts()[0]),
    stop: async () => {
      await browser.close().catch(() => {});
      await child.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** Collects what goes wrong in all pages of a window, and counts the streams that they hold. */
async function observe(context) {
  const troubles = [];
  const streams = new Set();
  const note = (kind, text, where) => troubles.push(`${kind}: ${text} (${where})`);
  const isStream = (request) => new URL(request.url()).pathname === EVENTS;
  context.on("console", (message) => note(`console, ${message.type()}`, message.text(), message.page()?.url()));
  context.on("weberror", (error) => note("page error", error.error().message, error.page()?.url()));
  context.on("request", (request) => isStream(request) && streams.add(request));
  context.on("requestfinished", (request) => streams.delete(request));
  context.on("requestfailed", (request) => {
    streams.delete(request);
    const why = request.failure()?.errorText;
    // A page that is left gives up what it was still waiting for, its stream above all. That is no failure.
    if (why !== "net::ERR_ABORTED") note("failed request", `${why} ${request.url()}`, request.frame().url());
  });
  context.on("response", (response) => {
    if (response.status() >= 400) note("answer", `${response.status()} ${response.url()}`, response.frame().url());
  });
  await context.addInitScript(addView);
  // Scripts that are not in the program yet can be tried without building it.
  const { CLIENT } = process.env;
  if (CLIENT) {
    await context.route("**/-/waypost/*.js", (route) => {
      const path = join(CLIENT, new URL(route.request().url()).pathname.split("/").at(-1));
      return route.fulfill({ path, contentType: "text/javascript" });
    });
  }
  return {
    context,
    newPage: () => context.newPage(),
    /** How many streams a page holds. */
    openStreams: (page) => [...streams].filter((request) => request.frame().page() === page).length,
    /** What went wrong since it was asked last. */
    troubles: () => troubles.splice(0),
    close: () => context.close(),
  };
}

/** Runs in every page before its own scripts: short words for what the tests look at. */
function addView() {
  const overlay = (selector) => document.querySelector("waypost-live")?.shadowRoot.querySelector(selector);
  const blocks = () => [...document.querySelectorAll("main :is(p, li, td, th, dt, dd, h1, h2, h3, pre, figure)")];
  const find = (wanted) => {
    if (wanted.startsWith("#")) return document.getElementById(wanted.slice(1));
    return blocks().find((block) => block.textContent.trim().startsWith(wanted));
  };
  const style = (selector, name) => getComputedStyle(document.querySelector(selector)).getPropertyValue(name);
  const script = () => document.querySelector("script[data-page]");
  globalThis.view = {
    find,
    style,
    /** What the page says in its middle column. */
    text: () => document.querySelector("main")?.textContent ?? "",
    /** What another part says. */
    part: (selector) => document.querySelector(selector)?.textContent ?? "",
    /** Where a block is in the window. */
    top: (wanted) => find(wanted)?.getBoundingClientRect().top ?? null,
    scrollTo: (wanted) => scrollBy({ top: find(wanted).getBoundingClientRect().top - 200, behavior: "instant" }),
    /** What the badge tells, in words; nothing while it is hidden. */
    badge: () => (overlay(".box")?.hidden === false ? overlay(".badge").getAttribute("aria-label").replace(/: show$/, "") : ""),
    isOpen: () => overlay(".panel")?.checkVisibility() === true,
    overlay,
    /** What the preview knows the page by that is shown. */
    mark: () => script()?.dataset.page,
    /** The colour in the middle of the first image of the text, as `rgb(1, 2, 3)`. */
    imageColour: () => {
      const image = document.querySelector("main .prose img");
      if (!image?.complete || !image.naturalWidth) return null;
      const pen = Object.assign(document.createElement("canvas"), { width: 9, height: 9 }).getContext("2d");
      pen.drawImage(image, 0, 0, 9, 9);
      return `rgb(${[...pen.getImageData(4, 4, 1, 1).data.slice(0, 3)].join(", ")})`;
    },
  };
}

/** Asks a page, which may be on its way to another one just now: then there is no answer. */
export async function ask(page, question, argument) {
  try {
    return await page.evaluate(question, argument);
  } catch (error) {
    if (/context was destroyed|navigat|Cannot find context|Frame was detached/i.test(error.message)) return undefined;
    throw error;
  }
}

/** Waits until a page is loaded and says yes. */
export async function shows(page, what, question, argument) {
  const whole = `() => document.readyState === "complete" && Boolean((${question})(${JSON.stringify(argument) ?? ""}))`;
  await until(what, () => ask(page, `(${whole})()`));
}

// ---- The preview ----

/** Copies a site into a temporary folder and serves it. */
export async function startPreview(original) {
  const folder = await mkdtemp(join(tmpdir(), "waypost-site-"));
  await cp(original, folder, { recursive: true, filter: (path) => path !== join(original, "site") });
  let server;
  const begin = async (port) => {
    server = start(WAYPOST, ["serve", "--port", String(port)], folder);
    const [, address] = await server.says(/serving (http:\/\/\S+\/) /);
    await server.says(/pages ready/);
    return address;
  };
  const address = await begin(0);
  return {
    site: new Site(folder),
    address,
    url: (path) => new URL(path, address).href,
    /** The counts of what `waypost lint` finds, in the words of the badge. */
    async lint() {
      const counts = JSON.parse(await lint(folder));
      const words = ["error", "warning", "suggestion"].map((kind) => {
        const count = counts[`${kind}s`];
        return count && `${count} ${kind}${count === 1 ? "" : "s"}`;
      });
      return words.filter(Boolean).join(", ");
    },
    /** What the preview knows a page by; nothing where the site has no such page now. */
    async mark(path) {
      const answer = await fetch(new URL(path, address));
      return answer.ok ? (await answer.text()).match(/data-page="(\w+)"/)[1] : null;
    },
    /** A page as it is served, without what the preview adds: what has changed here has to be loaded again. */
    async bytes(path) {
      const html = await (await fetch(new URL(path, address))).text();
      return html.replace(/<script[^>]* src="\/-\/waypost\/live\.js".*?<\/script>/s, "").replace(/theme\.\w+\.css/, "");
    },
    halt: () => server.stop(),
    goOn: () => begin(new URL(address).port),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function lint(folder) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const run = promisify(execFile)(WAYPOST, ["lint", "--format", "json", "--as-of", today], { cwd: folder, maxBuffer: 2 ** 26 });
  // It leaves with 1 where it finds errors, which is what is asked for here.
  return (await run.catch((failure) => failure)).stdout;
}

/** The files of a site, which can be put back as they were. */
export class Site {
  #folder;
  #before = new Map();
  #moves = [];

  constructor(folder) {
    this.#folder = folder;
  }

  path(name) {
    return join(this.#folder, name);
  }

  read(name) {
    return readFile(this.path(name), "utf8");
  }

  async write(name, text) {
    await this.#keep(name);
    await mkdir(dirname(this.path(name)), { recursive: true });
    // At once, as a program that saves does it: otherwise, the file is empty for as long as this process is busy.
    writeFileSync(this.path(name), text);
  }

  /** Puts a text in place of another one, which has to be there. */
  async replace(name, from, to) {
    await this.write(name, await this.replaced(name, from, to));
  }

  async replaced(name, from, to) {
    const text = await this.read(name);
    if (!text.includes(from)) throw new Error(`${name} does not hold: ${from}`);
    return text.replace(from, () => to);
  }

  /** Saves as many editors do: into a new file, which then takes the place of the old one. */
  async writeBeside(name, text) {
    await this.#keep(name);
    await writeFile(`${this.path(name)}.tmp~`, text);
    await rename(`${this.path(name)}.tmp~`, this.path(name));
  }

  /** Saves as Vim does: the old file is moved away, and there is none for a moment. */
  async writeAnew(name, text) {
    await this.#keep(name);
    await rename(this.path(name), `${this.path(name)}~`);
    await writeFile(this.path(name), text);
    await rm(`${this.path(name)}~`);
  }

  async remove(name) {
    await this.#keep(name);
    await rm(this.path(name));
  }

  /** Moves a file or a folder. */
  async move(from, to) {
    this.#moves.push([to, from]);
    await rename(this.path(from), this.path(to));
  }

  /** Puts everything back, as it was before the first change. */
  async restore() {
    for (const [from, to] of this.#moves.splice(0).reverse()) await rename(this.path(from), this.path(to));
    const files = [...this.#before];
    this.#before.clear();
    for (const [name, content] of files) {
      if (content !== null) writeFileSync(this.path(name), content);
      else await this.#removeWithFolders(name);
    }
  }

  async #keep(name) {
    if (!this.#before.has(name)) this.#before.set(name, await readFile(this.path(name)).catch(() => null));
  }

  async #removeWithFolders(name) {
    await rm(this.path(name), { force: true });
    for (let folder = dirname(name); folder !== "."; folder = dirname(folder)) {
      const left = await readdir(this.path(folder)).catch(() => []);
      if (left.length) return;
      await rmdir(this.path(folder)).catch(() => {});
    }
  }
}

// ---- Processes ----

const running = new Set();
// A test that is broken off must leave nothing behind that goes on.
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

function start(program, programArguments, folder) {
  const child = spawn(program, programArguments, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  running.add(child);
  let said = "";
  let failure;
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  child.on("error", (error) => (failure = error));
  const ended = new Promise((resolve) => child.once("close", resolve)).then(() => running.delete(child));
  return {
    /** Waits until standard error holds this. */
    async says(pattern) {
      await until(`${program} says ${pattern}`, () => {
        if (failure) throw failure;
        if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
        return pattern.test(said);
      });
      return said.match(pattern);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
