// Marks in both contents lists the heading whose text is being read, and names it in the bar.
{
  const links = [...document.querySelectorAll(".contents a, .contents-bar a")];
  const bar = document.querySelector(".contents-bar");
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const headings = [...new Set(links.map(target))];
  let current;

  const headingAbove = (line) => headings.findLast((heading) => heading && heading.getBoundingClientRect().top <= line);
  const follow = () => {
    const page = document.documentElement;
    const atEnd = innerHeight + scrollY >= page.scrollHeight - 2;
    // A little below the place that a jump to a heading scrolls it to.
    const line = atEnd ? innerHeight : parseFloat(getComputedStyle(page).scrollPaddingBlockStart) + 24;
    const heading = headingAbove(line);
    if (heading === current) return;
    current = heading;
    bar.querySelector(".here").textContent = "";
    for (const link of links) {
      link.removeAttribute("aria-current");
      if (!current || target(link) !== current) continue;
      link.setAttribute("aria-current", "location");
      bar.querySelector(".here").textContent = link.textContent;
      keepInView(link);
    }
  };
  const keepInView = (link) => {
    const list = link.closest(".contents");
    if (!list) return;
    const row = link.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (row.top < frame.top || row.bottom > frame.bottom) list.scrollTop += row.top - frame.top - frame.height / 2;
  };

  if (bar) {
    let waiting = false;
    const followSoon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    };
    addEventListener("scroll", followSoon, { passive: true });
    addEventListener("resize", followSoon);
    follow();

    bar.addEventListener("click", (event) => {
      if (event.target.closest("a")) bar.open = false;
    });
    bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !bar.open) return;
      bar.open = false;
      bar.querySelector("summary").focus();
    });
  }
}
