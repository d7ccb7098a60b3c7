// The check marks on the steps of a pathway. They stay on this device, and without a script they are not shown.
{
  const boxes = [...document.querySelectorAll("[data-step]")];
  const progress = document.querySelector(".progress");
  const key = `waypost-steps ${location.pathname.replace(/index\.html$/, "")}`;

  const read = () => {
    try {
      return JSON.parse(waypost.recall("localStorage", key)) ?? [];
    } catch {
      // Somebody else wrote there.
      return [];
    }
  };
  const count = () => {
    const status = progress.querySelector("p");
    const done = boxes.filter((box) => box.checked).length;
    status.textContent = status.dataset.text.replace("{done}", done).replace("{total}", boxes.length);
    progress.querySelector("button").disabled = done === 0;
  };
  const recall = () => {
    const done = read();
    for (const box of boxes) box.checked = done.includes(box.dataset.step);
    count();
  };
  const keep = () => {
    const done = boxes.filter((box) => box.checked).map((box) => box.dataset.step);
    waypost.remember("localStorage", key, JSON.stringify(done));
    count();
  };

  if (progress) {
    progress.hidden = false;
    for (const box of boxes) box.addEventListener("change", keep);
    progress.querySelector("button").addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      keep();
      boxes[0].focus();
    });
    addEventListener("pageshow", recall);
  }
}
