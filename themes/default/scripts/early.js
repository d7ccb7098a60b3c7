// What must happen before the browser first paints: the reader's choice of light or dark, the persona that they
// chose, the news that they closed, and the state of the sidebar.
// This text stands in the <head> of every page; the scripts that run later use the same functions.
const waypost = (() => {
  const root = document.documentElement;
  root.classList.add("js");

  // A browser may refuse storage (private windows, file://), and then nothing is remembered and nothing breaks.
  const remember = (storage, key, value) => {
    try {
      window[storage].setItem(key, value);
    } catch {}
  };
  const recall = (storage, key) => {
    try {
      return window[storage].getItem(key);
    } catch {}
  };

  const scheme = () => recall("localStorage", "waypost-scheme") || "auto";
  const showScheme = () => {
    const choice = scheme();
    root.dataset.scheme = choice;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      const own = meta.dataset.scheme;
      meta.media = choice === "auto" ? `(prefers-color-scheme: ${own})` : choice === own ? "all" : "not all";
    }
  };
  const chooseScheme = (choice) => {
    remember("localStorage", "waypost-scheme", choice);
    showScheme();
  };

  // The persona that the reader chose, if this site has it. The header calls this as soon as its menu is there, so that the
  // name on the button does not change under the reader's eyes.
  const personaChoice = () => {
    const id = recall("localStorage", "waypost-persona") || "";
    return [...document.querySelectorAll("[data-persona-choice]")].find((link) => link.dataset.personaChoice === id);
  };
  const showPersona = () => {
    const choice = personaChoice();
    root.dataset.persona = choice?.dataset.personaChoice ?? "";
    for (const link of document.querySelectorAll("[data-persona-choice]")) {
      if (link === choice) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const name = document.querySelector(".persona-menu .persona-name");
    name.textContent = choice ? name.dataset.chosen.replace("{name}", choice.textContent) : name.dataset.open;
  };
  const choosePersona = (id) => {
    remember("localStorage", "waypost-persona", id);
    showPersona();
  };

  // News are known by their words, so that others are shown again.
  const showNews = () => {
    const news = document.querySelector(".announcement");
    news.hidden = recall("localStorage", "waypost-news") === news.querySelector("p").textContent;
  };

  const sidebar = () => document.getElementById("wp-sidebar");
  const groups = () => sidebar().querySelectorAll("li > details");
  // A group is known by the address of its link, since the tree that a page carries is only the part around it.
  const address = (group) => group.previousElementSibling.pathname;
  const recallSidebar = () => JSON.parse(recall("sessionStorage", "waypost-sidebar") || '{"open":{},"top":0}');
  const revealCurrent = () => {
    const row = sidebar().querySelector("[aria-current]")?.getBoundingClientRect();
    const frame = sidebar().getBoundingClientRect();
    if (row && (row.top < frame.top || row.bottom > frame.bottom)) {
      sidebar().scrollTop += row.top - frame.top - frame.height / 2;
    }
  };
  const restoreSidebar = () => {
    const { open, top } = recallSidebar();
    for (const group of groups()) {
      if ("active" in group.dataset) continue;
      group.open = open[address(group)] ?? group.open;
    }
    sidebar().scrollTop = top;
    revealCurrent();
  };
  const saveSidebar = () => {
    const { open } = recallSidebar();
    for (const group of groups()) open[address(group)] = group.open;
    remember("sessionStorage", "waypost-sidebar", JSON.stringify({ open, top: sidebar().scrollTop }));
  };

  showScheme();
  return { remember, recall, scheme, showScheme, chooseScheme, personaChoice, showPersona, choosePersona, showNews, restoreSidebar, saveSidebar, revealCurrent };
})();
