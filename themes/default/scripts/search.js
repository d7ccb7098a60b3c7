// The search dialog, and the link in the header that opens it. The engine, Pagefind, is loaded when it is first wanted. From a
// disk browsers load no modules, so there the link leads on to the list of all pages, as it does without a script.
//
// Results are plain links among which the arrow keys move the focus. As options of a combobox, headings could not be a list
// below their page, screen readers would not call them links, and nothing could be opened in a new tab.
if (document.querySelector(".search-dialog") && location.protocol !== "file:") {
  const opener = document.querySelector(".search-opener");
  const dialog = document.querySelector(".search-dialog");
  const part = (selector) => dialog.querySelector(selector);
  const copy = (name) => part(`[data-name=${name}]`).content.cloneNode(true).firstElementChild;
  const input = part("[type=search]");
  const list = part(".search-results");
  const more = part(".search-more");
  const facets = [...dialog.querySelectorAll("fieldset")];
  const texts = dialog.dataset;
  const persona = () => waypost.personaChoice()?.textContent;

  let loading;
  // What could not be loaded is asked for again.
  const load = () => (loading ??= start().catch((error) => ((loading = undefined), Promise.reject(error))));
  const start = async () => {
    const path = new URL(texts.path, location).href;
    const options = { baseUrl: new URL("../..", path).pathname };
    const engine = await import(`${path}pagefind.js`);
    await engine.options(options);
    const others = Array.from({ length: texts.indexes - 1 }, (_, i) => engine.mergeIndex(`${path}${i + 1}/`, options));
    // The first index is asked too: where it cannot be loaded, the others wait for it without end.
    await Promise.all([engine.filters(), ...others]);
    const values = await engine.filters();
    for (const facet of facets) {
      const sorted = Object.keys(values[facet.name] ?? {}).sort((a, b) => a.localeCompare(b));
      facet.lastElementChild.append(...sorted.map(option));
    }
    return engine;
  };

  const option = (value) => {
    const label = copy("value");
    label.control.value = value;
    label.querySelector("bdi").textContent = value;
    return label;
  };
  const chosen = (facet) => [...facet.querySelectorAll(":checked")].map((box) => box.value);
  const filters = (except) => {
    const used = facets.filter((facet) => facet !== except && chosen(facet).length);
    return Object.fromEntries(used.map((facet) => [facet.name, { any: chosen(facet) }]));
  };
  // Options keep their places, so that none moves away under a finger. Of many, those with most results are shown.
  const showFacets = (counts) => {
    facets.forEach((facet, i) => {
      const labels = [...facet.querySelectorAll("label")];
      const count = (label) => counts[i]?.[label.control.value] ?? 0;
      const most = labels.filter(count).sort((a, b) => count(b) - count(a)).slice(0, 8);
      for (const label of labels) {
        label.lastElementChild.textContent = count(label);
        label.hidden = !most.includes(label) && !label.control.checked;
      }
      facet.hidden = labels.length < 2 || labels.every((label) => label.hidden);
    });
  };

  const nothing = { results: [], counts: [] };
  const ask = async (words) => {
    const { search } = await load();
    if (!words) return nothing;
    const all = search(words, { filters: filters() });
    const mine = persona() && search(words, { filters: { persona: persona() } });
    // Where something is chosen already, the counts say what another choice would bring.
    const others = facets.map((facet) => (chosen(facet).length ? search(words, { filters: filters(facet) }) : all));
    const [{ results }, theirs, ...counted] = await Promise.all([all, mine, ...others]);
    // What serves the persona that the reader chose comes forward. The engine's own objects are kept, since it forgets the
    // pages of those that nobody holds.
    const ids = new Set(theirs?.results.map(({ id }) => id));
    for (const result of results) {
      result.serves = ids.has(result.id);
      if (result.serves) result.score *= 1.4;
    }
    results.sort((a, b) => b.score - a.score);
    return { results, counts: counted.map((answer, i) => answer.filters[facets[i].name]) };
  };
  const items = (results, first) =>
    Promise.all(results.slice(first, first + 10).map(async (result) => page(await result.data(), result.serves)));

  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  // An excerpt is text in which only < and > are escaped, and <mark> around the words. It goes in as text all the same, and
  // begins so near to its first mark that this is always seen.
  const marked = (excerpt) =>
    excerpt.split(/<\/?mark>/).map((piece, i, { length }) => {
      const text = piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      if (i % 2) return element("mark", { textContent: text });
      return i || length === 1 ? text : text.replace(/^.*\s(?=(\S+\s+){5}$)/s, "… ");
    });
  const hit = (name, { url, title, excerpt }) => {
    const item = copy(name);
    Object.assign(item.querySelector("a"), { href: url, textContent: title });
    item.querySelector(".excerpt").append(...marked(excerpt));
    return item;
  };
  const page = ({ url, meta, excerpt, sub_results }, serves) => {
    const weight = ({ weighted_locations }) => weighted_locations.reduce((sum, word) => sum + word.balanced_score, 0);
    const headings = sub_results.filter(({ anchor }) => anchor);
    const best = headings.toSorted((a, b) => weight(b) - weight(a)).slice(0, 3);
    // What its headings show needs no second excerpt.
    const above = best.length ? (sub_results.find(({ anchor }) => !anchor)?.excerpt ?? "") : excerpt;
    const item = hit("page", { url, title: meta.title, excerpt: above });
    const link = item.querySelector("a");
    const kind = part("[data-name=kinds]").content.querySelector(`[data-kind="${meta.kind}"]`);
    if (kind) link.after(kind.cloneNode(true));
    item.querySelector(".section").textContent = meta.section ?? "";
    item.querySelector("ul").append(...headings.filter((one) => best.includes(one)).map((one) => hit("heading", one)));
    if (serves) {
      item.className = "for-me";
      const { mark } = document.querySelector(".persona-menu").dataset;
      link.append(" ", element("span", { className: "for-me-word", textContent: mark.replace("{name}", persona()) }));
    }
    return item;
  };

  let shown = { words: "", results: [] };
  let turn = 0;
  let typing;
  let waiting;
  let speaking;
  // What is seen changes at once; what is spoken, when the reader has paused.
  const say = (text) => {
    part(".search-count span").textContent = text;
    clearTimeout(speaking);
    speaking = setTimeout(() => (part("[role=status]").textContent = text), 700);
  };
  const summary = (words, number) => {
    const { lang } = document.documentElement;
    const text = number ? (texts[new Intl.PluralRules(lang).select(number)] ?? texts.other) : texts.none;
    return text.replace("{count}", number).replace("{query}", () => words);
  };
  const search = async () => {
    clearTimeout(typing);
    clearTimeout(waiting);
    const own = ++turn;
    const words = input.value.trim();
    waypost.remember("sessionStorage", "waypost-search", words);
    if (words) waiting = setTimeout(say, 400, texts.waiting);
    let answer = nothing;
    let entries = [];
    let text = "";
    try {
      answer = await ask(words);
      entries = await items(answer.results, 0);
      if (words) text = summary(words, answer.results.length);
    } catch {
      text = texts.failed;
    }
    // Another search has begun in the meantime.
    if (own !== turn) return;
    clearTimeout(waiting);
    shown = { words, results: answer.results };
    if (list.contains(document.activeElement)) input.focus();
    list.replaceChildren(...entries);
    list.parentElement.scrollTop = 0;
    showFacets(answer.counts);
    more.hidden = answer.results.length <= entries.length;
    part(".search-help").hidden = entries.length > 0;
    part(".search-help p").hidden = !words || text === texts.failed;
    say(text);
  };
  const showMore = async () => {
    const own = turn;
    const entries = await items(shown.results, list.children.length);
    if (own !== turn) return;
    list.append(...entries);
    more.hidden = shown.results.length <= list.children.length;
    focus(entries[0].querySelector("a"));
  };

  const open = (words = waypost.recall("sessionStorage", "waypost-search") ?? "") => {
    input.value = words;
    dialog.showModal();
    input.select();
    search();
  };
  const focus = (stop) => {
    stop.focus({ preventScroll: true });
    stop.closest(".hit")?.scrollIntoView({ block: "nearest" });
  };
  const walk = (event, step) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[Math.max(0, stops.indexOf(event.target)) + step];
    if (!next) return;
    event.preventDefault();
    focus(next);
  };
  // Enter in the field opens the first result, in a new tab where a click would. The key of a phone only leads to it.
  const follow = async (event) => {
    if (shown.words !== input.value.trim()) await search();
    const first = list.querySelector("a");
    if (matchMedia("(pointer: coarse)").matches) first && focus(first);
    else first?.dispatchEvent(new MouseEvent("click", event));
  };
  const isPlain = ({ ctrlKey, metaKey, altKey, shiftKey }) => !(ctrlKey || metaKey || altKey || shiftKey);

  const isApple = /^(Mac|iP)/.test(navigator.platform);
  const keys = opener.querySelector("kbd");
  if (isApple) keys.textContent = keys.dataset.apple;
  opener.ariaHasPopup = "dialog";
  for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, () => load().catch(() => {}));
  opener.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    // Not every browser does, and this is where the focus shall come back to.
    opener.focus();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isSwitch = key?.toLowerCase() === "k" && (isApple ? metaKey : ctrlKey) && !altKey && !shiftKey;
    const isTyping = dialog.open || target.isContentEditable || target.matches("input, select, textarea");
    // Shift does not count: on many keyboards the stroke needs it.
    const isStroke = key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping;
    if (!isSwitch && !isStroke) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });

  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, 120);
    load().then(({ preload }) => preload(input.value)).catch(() => {});
  });
  dialog.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" && isPlain(event)) walk(event, 1);
    if (key === "ArrowUp" && isPlain(event)) walk(event, -1);
    // Who types on a result goes on with the words.
    if (key.length === 1 && key !== " " && list.contains(target) && !event.ctrlKey && !event.metaKey) input.focus();
    if (key === "Enter" && target === input) {
      event.preventDefault();
      follow(event);
    }
    if (key === "Escape") {
      // Otherwise the key would empty the field first.
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("change", ({ target }) => target !== input && search());
  // Only beside its content, on the backdrop, is the dialog itself hit.
  dialog.addEventListener("mousedown", (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const isHere = link?.hash && link.href.split("#")[0] === location.href.split("#")[0];
    if ((isHere && isPlain(event)) || event.target.closest(".search-close")) dialog.close();
  });
  more.addEventListener("click", showMore);
  part(".search-clear").addEventListener("click", () => {
    for (const box of dialog.querySelectorAll(":checked")) box.checked = false;
    input.focus();
    search();
  });

  // A search can be linked to: `?q=words` on the list of all pages.
  const wanted = new URLSearchParams(location.search).get("q");
  const place = ({ pathname }) => pathname.replace(/index\.html$/, "");
  if (wanted && place(opener) === place(location)) open(wanted);
}
