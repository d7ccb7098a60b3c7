// The browser's half of `waypost serve`: follows the server's events, brings the page up to date, and shows the findings.
(() => {
  "use strict";

  const script = document.querySelector("script[data-path][data-page]");
  // A page that carries this script twice must not get two badges.
  if (!script || document.querySelector("waypost-live")) return;

  const { page: hash, path = location.pathname } = script.dataset;
  const root = document.documentElement;
  const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, pre, figure, summary, blockquote";
  const KINDS = { errors: "error", warnings: "warning", suggestions: "suggestion" };
  // Lines in a square of 16.
  const ICONS = {
    error: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5",
    warning: "M8 1.8 15 14.2H1zM8 6.2v3.4M8 11.8v.1",
    suggestion: "M6 11.8c0-1.8-2-2.6-2-5.4a4 4 0 0 1 8 0c0 2.8-2 3.6-2 5.4zM6.5 14.5h3",
    lost: "M3 10.5a7 7 0 0 1 3-2M13 10.5a7 7 0 0 0-5-2.3M.8 6.8a10 10 0 0 1 3-2.1M15.2 6.8A10 10 0 0 0 7 3.7M8 13.2v.1M1.5 1.5l13 13",
    gone: "M3.5 1.5h6l3 3v10h-9zM6 7.5l4 4M10 7.5l-4 4",
    fold: "M3.5 5.75 8 10.25l4.5-4.5",
    go: "M5.75 3.5l4.5 4.5-4.5 4.5",
    close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  };

  const state = { lost: false, gone: false, problem: null, findings: null, drawn: "", arrival: null, unreached: null, leaving: false };
  // Which style sheets a new one stands for, until it is loaded, and which are replaced already.
  const forerunners = new WeakMap();
  const replaced = new WeakSet();
  const memory = {};
  let stream, retryTimer, lostTimer, newsTimer, sayTimer, markTimer;
  let attempts = 0;
  // The addresses of the page's own sheets may be without the marks of their versions, which the server gives here.
  let knownStyles = script.dataset.styles?.split(" ").filter(Boolean);

  const overlay = buildOverlay();
  quietly(restorePlace);
  quietly(arrive);
  followScheme();
  document.addEventListener("visibilitychange", connectWhileVisible);
  addEventListener("pageshow", connectWhileVisible);
  addEventListener("pagehide", disconnect);
  connectWhileVisible();

  // The stream is open only while the page is seen: a browser opens no more than six connections to a host.
  function connectWhileVisible() {
    if (document.visibilityState === "visible") connect();
    else disconnect();
  }

  function connect() {
    if (stream) return;
    stream = new EventSource(`/-/waypost/events?path=${encodeURIComponent(path)}&page=${encodeURIComponent(hash)}`);
    expectConnection();
    stream.onopen = () => {
      stopTimers();
      attempts = 0;
      state.lost = false;
      show();
    };
    stream.onerror = () => {
      expectConnection();
      // After an HTTP error some browsers never try again.
      if (stream?.readyState !== EventSource.CLOSED) return;
      stream = undefined;
      clearTimeout(retryTimer);
      retryTimer = setTimeout(connectWhileVisible, Math.min(2 ** attempts++, 5) * 1000);
    };
    for (const [name, handle] of Object.entries({ change, findings, problem })) {
      stream.addEventListener(name, ({ data }) => {
        if (!state.leaving) quietly(() => handle(JSON.parse(data)));
      });
    }
  }

  function disconnect() {
    stream?.close();
    stream = undefined;
    stopTimers();
  }

  function stopTimers() {
    clearTimeout(lostTimer);
    clearTimeout(retryTimer);
    lostTimer = undefined;
  }

  function expectConnection() {
    lostTimer ??= setTimeout(() => {
      state.lost = true;
      show();
    }, 2000);
  }

  // ---- The three events ----

  function change({ page, styles }) {
    const isBack = state.gone && page !== null;
    state.problem = null;
    // Without a hash this is the server's own answer in place of a page, which says itself that there is none.
    state.gone = page === null && hash !== "";
    if (isBack || (page !== null && page !== hash)) reload(page);
    else if (page !== null) swapStyles(styles ?? []);
    show();
  }

  function findings(report) {
    state.problem = null;
    state.findings = report;
    const total = sum(report.counts);
    const hiddenAt = recall("hidden");
    if (hiddenAt !== null) remember("hidden", total > hiddenAt ? null : total);
    // What comes up later must not open a panel over the text by itself.
    if (total === 0) remember("open", null);
    show();
    const { arrival } = state;
    state.arrival = null;
    if (arrival) afterLoad(() => jump(arrival));
    newsTimer ??= setTimeout(tellNews, 1000);
  }

  function problem(report) {
    state.problem = report;
    show();
    say("The site cannot be built");
  }

  // ---- Bringing the page up to date ----

  function reload(page) {
    state.leaving = true;
    quietly(rememberPlace);
    // A page that is still not the announced one after a reload would be loaded again without end, and without a pause.
    const wait = recall("reloaded") === page ? 2000 : 0;
    remember("reloaded", page);
    setTimeout(() => location.reload(), wait);
  }

  function swapStyles(styles) {
    const address = (href) => {
      const { origin, pathname, search } = new URL(href, location);
      return origin === location.origin ? pathname + search : null;
    };
    const links = [...document.querySelectorAll("link[rel=stylesheet][href]")].filter(
      (link) => address(link.href) && !replaced.has(link),
    );
    links.forEach((link, index) => {
      const now = knownStyles?.[index] ?? link.href;
      if (styles[index] && address(styles[index]) !== address(now)) replaceSheet(link, styles[index]);
    });
    knownStyles = styles;
  }

  // The old sheet stays until the new one is there, so that the page is never without.
  function replaceSheet(link, href) {
    const fresh = link.cloneNode();
    fresh.removeAttribute("integrity");
    fresh.href = href;
    // A sheet that is replaced while it loads takes those before it along: its own events never come.
    forerunners.set(fresh, [link, ...(forerunners.get(link) ?? [])]);
    replaced.add(link);
    fresh.onload = fresh.onerror = () => {
      for (const old of forerunners.get(fresh) ?? []) old.remove();
      forerunners.delete(fresh);
    };
    link.after(fresh);
  }

  // ---- The place in the page, kept over a reload ----

  // Several blocks are remembered, since the one at the top may be the very one that was changed.
  function rememberPlace() {
    if (state.unreached) return remember(`place ${path}`, state.unreached);
    // At the very top, what comes in above should be seen.
    if (scrollY < 1) return;
    const all = blocks().map((block, index) => ({ block, index, ...box(block) }));
    const seen = all.filter(({ block, bottom, top, height }) => height && bottom > 0 && top < innerHeight && !sticks(block));
    const heading = all.filter(({ block, bottom, height }) => height && bottom <= 0 && block.id).slice(-1);
    const kept = [...seen.slice(0, 12), ...heading].map(({ block, index, top }) => {
      return { id: block.id, text: digest(block), index, top };
    });
    remember(`place ${path}`, { kept, x: scrollX, y: scrollY });
  }

  function restorePlace() {
    const place = recall(`place ${path}`);
    remember(`place ${path}`, null);
    if (recall("reloaded") === hash) remember("reloaded", null);
    if (!place) return;
    // Until here the browser's own restoration is wanted: it may come before the first paint. From here it would undo this.
    history.scrollRestoration = "manual";
    let isMoved = false;
    // An editor may empty a file before it writes it: the place is kept for when the page is whole again.
    const scroll = () => (state.unreached = scrollToPlace(place) ? null : place);
    const move = () => {
      isMoved = true;
      state.unreached = null;
    };
    for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(name, move, { once: true, passive: true });
    }
    scroll();
    // Pictures and fonts may have moved the text since, and an address with a fragment may have scrolled to it.
    afterLoad(() => {
      if (!isMoved) scroll();
      history.scrollRestoration = "auto";
    });
  }

  // Says whether the page has the place at all.
  function scrollToPlace({ kept, x, y }) {
    const all = blocks();
    const digests = all.map(digest);
    const byText = ({ text }) => text && digests.indexOf(text) === digests.lastIndexOf(text) && all[digests.indexOf(text)];
    const byIndex = ({ index }) => all[index];
    const found = (way) => {
      for (const place of kept) {
        const block = way(place);
        if (block && box(block).height) return scrollY + box(block).top - place.top;
      }
    };
    const same = found((place) => byId(place.id) || byText(place));
    scrollTo({ left: x, top: same ?? found(byIndex) ?? y, behavior: "instant" });
    return same !== undefined || y <= root.scrollHeight - innerHeight + 1;
  }

  // A block in a bar that stays in view says nothing about where the text is.
  function sticks(block) {
    for (let part = block; part; part = part.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(part).position)) return true;
    }
    return false;
  }

  // ---- The jump to the place of a finding ----

  function jump(near) {
    const place = findPlace(near);
    if (!place) return false;
    const { block, range } = place;
    for (let part = block; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
    }
    if (!block.getClientRects().length) return false;
    scrollIntoRoom(block, range);
    mark(block, range);
    return true;
  }

  // Into the middle of what is free: the open panel may lie over the lower part of the text.
  function scrollIntoRoom(block, range) {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    const panel = overlay.panel.getBoundingClientRect();
    const { left, right, height } = block.getBoundingClientRect();
    const isCovered = panel.height && left < panel.right && right > panel.left && !isPhone();
    const room = isCovered ? panel.top : innerHeight;
    const margin = { scrollMarginBottom: `${innerHeight - room}px` };
    // An animation gives the block this margin without a change to its attributes.
    block.animate([margin, margin], 100);
    if (height < room * 0.7) block.scrollIntoView({ block: "center", behavior });
    else if (range) scrollBy({ top: range.getBoundingClientRect().top - room * 0.6, behavior });
    else block.scrollIntoView({ block: "start", behavior });
  }

  function findPlace({ anchor, text, word }) {
    const start = byId(anchor);
    const from = start?.closest(BLOCKS) ?? start;
    const after = blocks(start).filter((block) => !from || from.contains(block) || isAfter(block, from));
    const end = after.findIndex((block) => block !== from && block.id && /^H\d$/.test(block.tagName));
    // A full stop at the end may be the rest of an ellipsis.
    const wanted = readable(text ?? "").text.replace(/\.$/, "");
    const first = (some, test) => wanted && some.find((block) => test.call(readable(block).text, wanted));
    const { startsWith, includes } = String.prototype;
    const near = after.slice(0, end < 0 ? undefined : end);
    const block = first(near, startsWith) || first(near, includes) || first(after, startsWith) || first(after, includes) || from;
    if (!block) return null;
    const inner = wanted && [...block.querySelectorAll(BLOCKS)].findLast((part) => readable(part).text.includes(wanted));
    return { block: inner || block, range: word ? findWord(inner || block, word) : null };
  }

  function findWord(block, word) {
    const { text, spots } = readable(block);
    const wanted = readable(word).text;
    const ranges = [];
    for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + 1)) {
      const range = document.createRange();
      const last = spots[at + wanted.length - 1];
      range.setStart(...spots[at]);
      range.setEnd(last[0], last[1] + 1);
      ranges.push(range);
    }
    const isLetter = (letter) => /[\p{L}\p{N}_]/u.test(letter ?? "");
    const isWhole = ({ startContainer, startOffset, endContainer, endOffset }) =>
      !isLetter(startContainer.data[startOffset - 1]) && !isLetter(endContainer.data[endOffset]);
    return ranges.find(isWhole) ?? ranges[0] ?? null;
  }

  // What is left of a text when nothing is kept that typesetting changes, and where each of its letters stands.
  function readable(source) {
    let text = "";
    const spots = [];
    for (const node of typeof source === "string" ? [{ data: source }] : textNodes(source)) {
      for (let index = 0; index < node.data.length; index++) {
        const letter = plain(node.data[index]);
        // Three hyphens are one dash, two apostrophes are one quotation mark.
        if (!letter || ("-.'".includes(letter) && text.endsWith(letter))) continue;
        text += letter;
        spots.push([node, index]);
      }
    }
    return { text, spots };
  }

  function plain(letter) {
    if (/[\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(letter)) return "";
    if (/["'`´\u2018-\u201f\u2032\u2033«»‹›]/.test(letter)) return "'";
    if (/[\u2010-\u2015\u2212]/.test(letter)) return "-";
    return letter === "…" ? "." : letter;
  }

  function textNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  // Neither mark touches the page's elements: the frame is an animation, the word a highlight.
  function mark(block, range) {
    const isDark = scheme() === "dark" || (!scheme() && matchMedia("(prefers-color-scheme: dark)").matches);
    const frame = { outline: `3px solid ${isDark ? "#86d5dd" : "#00695a"}`, outlineOffset: "4px" };
    block.animate([frame, { ...frame, offset: 0.85 }, { ...frame, outlineColor: "transparent" }], 2500);
    if (!range || !globalThis.CSS?.highlights) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(waypost-live) { background-color: #ffdf7e; color: #18211f; }");
    unmark();
    CSS.highlights.set("waypost-live", new Highlight(range));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    markTimer = setTimeout(unmark, 2500);
    unmark.sheet = sheet;
  }

  function unmark() {
    clearTimeout(markTimer);
    CSS.highlights.delete("waypost-live");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== unmark.sheet);
  }

  // A finding of this page was chosen on another one.
  function arrive() {
    const arrival = recall("arrival");
    remember("arrival", null);
    // With the first findings, since the panel that they may open is to be scrolled around.
    if (arrival?.url === location.pathname) state.arrival = arrival.near;
  }

  // ---- The overlay ----

  function buildOverlay() {
    const host = make("waypost-live", { lang: "en" });
    const badge = make("button", { class: "badge", type: "button", "aria-expanded": "false", "aria-controls": "panel", dir: "ltr" });
    const panel = make("div", { class: "panel", id: "panel", role: "region", "aria-label": "Live preview", dir: "ltr", tabindex: "-1" });
    const frame = make("div", { class: "box", hidden: "" }, badge, panel);
    const status = make("p", { class: "unseen", role: "status" });
    // Its style sheet shows it, so that it is never seen without.
    host.style.display = "none";
    const sheet = make("link", { rel: "stylesheet", href: "/-/waypost/live.css" });
    host.attachShadow({ mode: "open" }).append(sheet, frame, status);
    badge.addEventListener("click", () => setOpen(panel.hidden));
    host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      // The page's own menus are not what is closed here.
      event.stopPropagation();
      setOpen(false);
    });
    root.append(host);
    return { host, frame, badge, panel, status };
  }

  function setOpen(isOpen) {
    remember("open", isOpen || null);
    show();
    // Some browsers do not focus what is clicked, and then Escape would not be heard here.
    overlay.badge.focus({ preventScroll: true });
  }

  function hide() {
    remember("hidden", sum(state.findings.counts));
    setOpen(false);
    say("Hidden until there are more findings");
  }

  function show() {
    quietly(draw);
  }

  function draw() {
    const { frame, badge, panel } = overlay;
    const { problem, gone, lost, findings } = state;
    const total = recall("hidden") === null ? sum(findings?.counts) : 0;
    const isOpen = recall("open") === true;
    frame.hidden = !(problem || gone || lost || total);
    frame.classList.toggle("open", isOpen);
    panel.hidden = !isOpen;
    badge.setAttribute("aria-expanded", isOpen);
    const drawn = JSON.stringify([problem, gone, lost, findings, total]);
    // What has not changed is not built anew: somebody may be reading or selecting it.
    if (frame.hidden || drawn === state.drawn) return;
    state.drawn = drawn;
    fillBadge(badge, total);
    keepFocus(panel, () => panel.replaceChildren(...panelParts(total)));
  }

  function fillBadge(badge, total) {
    const { problem, gone, lost, findings } = state;
    const signs = [
      problem && sign("error", "Not built"),
      gone && sign("gone", "Page removed"),
      lost && sign("lost", "Disconnected"),
    ];
    for (const [key, kind] of Object.entries(KINDS)) {
      const count = total && findings.counts[key];
      if (count) signs.push(sign(kind, count, `${count} ${plural(count, kind)}`));
    }
    const shown = signs.filter(Boolean);
    badge.setAttribute("aria-label", `${shown.map(({ name }) => name).join(", ")}: show`);
    badge.replaceChildren(...shown.map(({ element }) => element), icon("fold"));
  }

  function panelParts(total) {
    const { problem, gone, lost, findings } = state;
    const close = make("button", { class: "close", type: "button", "aria-label": "Close", "data-name": "close" }, icon("close"));
    close.addEventListener("click", () => setOpen(false));
    const parts = [make("div", { class: "head" }, make("h2", {}, "Live preview"), close)];
    if (problem) parts.push(notice("error", "The site cannot be built now.", problem.message, problem.help));
    if (gone) parts.push(notice("gone", "This page was removed.", "You see it as it was. It is loaded again when it is back."));
    if (lost) parts.push(notice("lost", "Disconnected.", "Is `waypost serve` still running? This page keeps trying."));
    if (!findings || !total) return parts;
    const { here = [], elsewhere = [], more = 0 } = findings;
    parts.push(group("On this page", here, hereHead));
    if (!here.length) parts.push(make("p", { class: "note" }, "Nothing found here."));
    if (elsewhere.length || more) parts.push(group("Elsewhere", elsewhere, elsewhereHead));
    if (more) parts.push(make("p", { class: "note" }, `${more} more not listed here.`));
    const hiding = make("button", { class: "hide", type: "button", "data-name": "hide" }, "Hide until there are more findings");
    hiding.addEventListener("click", hide);
    return [...parts, make("div", { class: "foot" }, hiding)];
  }

  function notice(kind, title, text, help) {
    const more = help ? make("p", { class: "help" }, "Help: ", ...prose(help)) : "";
    const head = make("p", {}, icon(kind), make("span", {}, make("strong", {}, title), " ", ...prose(text)));
    return make("div", { class: "notice", "data-kind": kind }, head, more);
  }

  function group(title, findings, head) {
    const items = findings.map((finding) => {
      const { severity, message, help, rule, path, line, column, editor } = finding;
      const name = JSON.stringify([rule, message, path, line, column]);
      const label = make("strong", {}, `${capital(severity)}: `);
      const text = make("span", { class: "message" }, icon(severity), make("span", {}, label, ...prose(message)));
      const place = [path, line, column].filter((part) => part !== null && part !== undefined).join(":");
      const link = make(editor ? "a" : "span", { class: "path", href: editor, "data-name": editor && `editor ${name}` }, place);
      const item = make("li", { "data-kind": severity });
      item.append(head(finding, name, text, item));
      if (help) item.append(make("p", { class: "help" }, "Help: ", ...prose(help)));
      item.append(make("p", { class: "source" }, make("span", { class: "rule" }, rule), " ", link));
      return item;
    });
    const list = items.length ? make("ul", { role: "list" }, ...items) : "";
    return make("section", {}, make("h3", {}, title), list);
  }

  function hereHead({ near }, name, text, item) {
    if (!near) return make("div", { class: "main" }, text);
    const button = make("button", { class: "main", type: "button", "data-name": name }, text, icon("go"));
    button.addEventListener("click", () => {
      item.querySelector(".missed")?.remove();
      if (jump(near)) {
        say("Marked on the page");
        // There the panel leaves too little room for what it leads to.
        if (isPhone()) setOpen(false);
      } else {
        button.after(make("p", { class: "missed" }, "This place was not found on the page."));
        say("This place was not found on the page");
      }
    });
    return button;
  }

  function elsewhereHead({ url, near }, name, text) {
    if (!url) return make("div", { class: "main" }, text);
    const link = make("a", { class: "main", href: url, "data-name": name }, text, icon("go"));
    text.lastChild.append(make("span", { class: "page" }, `On ${url}`));
    link.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      if (near) remember("arrival", { url: new URL(url, location).pathname, near });
      if (isPhone()) remember("open", null);
    });
    return link;
  }

  // The list is built anew while somebody may stand in it.
  function keepFocus(panel, build) {
    const name = panel.getRootNode().activeElement?.dataset.name;
    const { scrollTop } = panel;
    build();
    if (!name) return;
    const same = [...panel.querySelectorAll("[data-name]")].find((part) => part.dataset.name === name);
    (same ?? panel).focus({ preventScroll: true });
    panel.scrollTop = scrollTop;
  }

  // The page's own choice of light or dark goes before the device's.
  function followScheme() {
    const follow = () => (overlay.host.dataset.scheme = scheme() ?? "auto");
    new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme", "data-scheme"] });
    follow();
  }

  function scheme() {
    return [root.dataset.theme, root.dataset.scheme].find((one) => one === "light" || one === "dark");
  }

  // ---- What is said to those who do not see the badge ----

  // The counts outlive a reload, since it is mostly a reload that brings new ones.
  function tellNews() {
    newsTimer = undefined;
    const { counts } = state.findings;
    const before = recall("counts");
    remember("counts", counts);
    if (!before) return;
    const parts = Object.entries(KINDS).map(([key, kind]) => {
      const more = (counts[key] ?? 0) - (before[key] ?? 0);
      return more && `${Math.abs(more)} ${more > 0 ? "new" : "fewer"} ${plural(more, kind)}`;
    });
    const text = parts.filter(Boolean).join(", ");
    if (text) say(sum(counts) ? text : "No findings left");
  }

  function say(text) {
    overlay.status.textContent = text;
    clearTimeout(sayTimer);
    sayTimer = setTimeout(() => (overlay.status.textContent = ""), 5000);
  }

  // ---- Small helpers ----

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function icon(name) {
    const [svg, line] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", class: `icon-${name}`, "aria-hidden": "true" })) svg.setAttribute(key, value);
    line.setAttribute("d", ICONS[name] ?? ICONS.warning);
    svg.append(line);
    return svg;
  }

  function sign(kind, text, name = text) {
    return { name, element: make("span", { class: "sign", "data-kind": kind }, icon(kind), text) };
  }

  // Text with code between backticks.
  function prose(text) {
    return text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? make("code", {}, part) : part));
  }

  function plural(count, word) {
    return Math.abs(count) === 1 ? word : `${word}s`;
  }

  function capital(word) {
    return word.charAt(0).toUpperCase() + word.slice(1);
  }

  function sum(counts) {
    return Object.keys(KINDS).reduce((total, key) => total + (counts?.[key] ?? 0), 0);
  }

  function blocks(inside) {
    const main = document.querySelector("main");
    const scope = main && (!inside || main.contains(inside)) ? main : document.body;
    return [...(scope?.querySelectorAll(BLOCKS) ?? [])];
  }

  function byId(id) {
    return id ? document.getElementById(id) : null;
  }

  function box(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    return { top, bottom, height };
  }

  function digest(block) {
    return block.textContent.replace(/\s+/g, " ").trim().slice(0, 200);
  }

  function isPhone() {
    return matchMedia("(max-width: 40em)").matches;
  }

  function isAfter(block, from) {
    return Boolean(from.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  function afterLoad(act) {
    const run = () => requestAnimationFrame(() => quietly(act));
    if (document.readyState === "complete") run();
    else addEventListener("load", run, { once: true });
  }

  // Whatever goes wrong here must not become an error in the console of somebody's page.
  function quietly(act) {
    try {
      act();
    } catch {}
  }

  // A browser may refuse storage, and then things are remembered only until the next page.
  function remember(key, value) {
    memory[key] = value;
    try {
      if (value === null) sessionStorage.removeItem(`waypost-live ${key}`);
      else sessionStorage.setItem(`waypost-live ${key}`, JSON.stringify(value));
    } catch {}
  }

  function recall(key) {
    try {
      return JSON.parse(sessionStorage.getItem(`waypost-live ${key}`));
    } catch {
      return memory[key] ?? null;
    }
  }
})();
