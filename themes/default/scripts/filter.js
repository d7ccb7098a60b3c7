// What a style sheet cannot do for the filters of a list: say how many entries are left, keep the choice in the address so
// that it can be passed on, and offer the way out when nothing is left.
for (const bar of document.querySelectorAll(".filtering")) {
  const block = bar.closest(".block");
  const inputs = [...block.querySelectorAll(".filters input")];
  const entries = [...block.querySelectorAll("[data-entry]")];
  const folded = [...block.querySelectorAll(".details")].filter((group) => group.querySelector("[data-entry]"));
  const shown = block.querySelector(".shown");
  const nothing = block.querySelector(".nothing");

  const count = () => {
    const left = entries.filter((entry) => getComputedStyle(entry).display !== "none").length;
    const isFiltered = inputs.some((input) => input.checked && input.value !== "0");
    shown.textContent = isFiltered
      ? shown.dataset.text.replace("{shown}", left).replace("{total}", shown.dataset.total)
      : "";
    nothing.hidden = left > 0;
    // Entries that are folded away would be counted and not seen.
    if (isFiltered) {
      for (const group of folded) {
        group.open = entries.some((entry) => group.contains(entry) && getComputedStyle(entry).display !== "none");
        group.hidden = !group.open;
      }
    } else {
      for (const group of folded) group.hidden = false;
    }
  };
  const keep = () => {
    const address = new URL(location);
    for (const { name, dataset } of inputs.filter((input) => input.checked)) {
      if (dataset.key) address.searchParams.set(name, dataset.key);
      else address.searchParams.delete(name);
    }
    // A page that was opened from a disk may not change its address.
    try {
      history.replaceState(history.state, "", address);
    } catch {}
  };
  // The address decides, and where it says nothing, everything is shown: a browser's own memory of the buttons would filter
  // without the reader knowing why.
  const recall = () => {
    const wanted = new URLSearchParams(location.search);
    for (const input of inputs) {
      input.checked = input.dataset.key === "" || input.dataset.key === wanted.get(input.name);
    }
    if (inputs.some((input) => input.checked && input.dataset.key)) block.querySelector(".filters").open = true;
    count();
  };

  block.addEventListener("change", (event) => {
    if (!inputs.includes(event.target)) return;
    keep();
    count();
  });
  nothing.querySelector("button").addEventListener("click", () => {
    for (const input of inputs) input.checked = input.value === "0";
    keep();
    count();
    inputs[0].focus();
  });
  addEventListener("pageshow", recall);
}
