// Panels of which one is shown at a time: titles become tabs in a row, walked with the arrow keys. What is hidden can still be
// found in the page and led to, which shows it. A choice among tabs of one `sync` is made for all of them, and remembered.
{
  const sets = [...document.querySelectorAll(".tabs")].map((element) => {
    const panels = [...element.querySelectorAll(":scope > .tab > .tab-panel")];
    const list = document.createElement("div");
    list.className = "tab-list";
    list.role = "tablist";
    const tabs = panels.map((panel) => {
      const title = panel.previousElementSibling;
      const tab = document.createElement("button");
      tab.className = "tab-title";
      tab.type = "button";
      tab.role = "tab";
      tab.id = `${panel.id}-tab`;
      tab.setAttribute("aria-controls", panel.id);
      tab.append(...title.childNodes);
      title.remove();
      panel.role = "tabpanel";
      panel.setAttribute("aria-labelledby", tab.id);
      // Printed, each panel stands below its name.
      panel.dataset.title = tab.textContent;
      return tab;
    });
    list.append(...tabs);
    element.prepend(list);
    return { element, list, tabs, panels };
  });

  const show = ({ element, tabs, panels }, index) => {
    tabs.forEach((tab, i) => {
      tab.ariaSelected = i === index;
      tab.tabIndex = i === index ? 0 : -1;
      panels[i].hidden = i === index ? false : "until-found";
      // A panel without anything to stop at is a stop itself.
      const isStop = i === index && !panels[i].querySelector("a, button, input, [tabindex]");
      panels[i].tabIndex = isStop ? 0 : -1;
    });
    element.classList.add("ready");
  };
  const key = (set) => `waypost-tabs ${set.element.dataset.sync}`;
  const choose = (set, index) => {
    show(set, index);
    if (!set.element.dataset.sync) return;
    const name = set.tabs[index].textContent;
    waypost.remember("localStorage", key(set), name);
    for (const other of sets.filter((other) => other !== set && key(other) === key(set))) {
      const same = other.tabs.findIndex((tab) => tab.textContent === name);
      // What the reader has in view stays where it is when something above it grows or shrinks.
      if (same >= 0) show(other, same);
    }
  };
  const chooseInPlace = (set, index) => {
    const before = set.list.getBoundingClientRect().top;
    choose(set, index);
    scrollBy({ top: set.list.getBoundingClientRect().top - before, behavior: "instant" });
  };

  for (const set of sets) {
    const { list, tabs, panels, element } = set;
    const remembered = element.dataset.sync && waypost.recall("localStorage", key(set));
    show(set, Math.max(0, tabs.findIndex((tab) => tab.textContent === remembered)));
    list.addEventListener("click", ({ target }) => {
      const index = tabs.indexOf(target.closest("[role=tab]"));
      if (index >= 0) chooseInPlace(set, index);
    });
    list.addEventListener("keydown", (event) => {
      const back = getComputedStyle(list).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      const on = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      const at = tabs.indexOf(document.activeElement);
      const steps = { [back]: at - 1, [on]: at + 1, Home: 0, End: -1 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      const index = (steps[event.key] + tabs.length) % tabs.length;
      chooseInPlace(set, index);
      tabs[index].focus();
    });
    panels.forEach((panel, index) => panel.addEventListener("beforematch", () => show(set, index)));
  }

  // An address may lead to a panel, or into one, or into one inside another.
  const reveal = () => {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // `#100%` is an address too, of nothing.
    }
    let found = false;
    for (const set of sets) {
      const index = set.panels.findIndex((panel) => panel.contains(target));
      if (target && index >= 0 && set.panels[index].hidden) {
        show(set, index);
        found = true;
      }
    }
    if (found) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}
