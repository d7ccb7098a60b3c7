// The sidebar as a drawer on narrow screens: while it is open the rest of the page can be neither reached nor scrolled.
{
  const button = document.querySelector(".menu-button");
  const drawer = document.getElementById("wp-sidebar");
  const rest = document.querySelectorAll(".skip, .announcement, .site-header, main, .contents, .site-footer");

  const dialog = Object.entries({ role: "dialog", "aria-modal": true, "aria-label": button?.textContent });

  const isOpen = () => document.documentElement.classList.contains("menu-open");
  const show = (open) => {
    document.documentElement.classList.toggle("menu-open", open);
    button.setAttribute("aria-expanded", open);
    for (const part of rest) part.inert = open;
    // On a wide screen the same element is a plain column, so that it is a dialog only while it covers the page.
    for (const [name, value] of dialog) open ? drawer.setAttribute(name, value) : drawer.removeAttribute(name);
    if (open) waypost.revealCurrent();
    (open ? drawer.querySelector(".menu-close") : button).focus();
  };

  if (drawer) {
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      show(true);
    });
    drawer.querySelector(".menu-close").addEventListener("click", () => show(false));
    document.addEventListener("keydown", (event) => {
      if (isOpen() && event.key === "Escape") show(false);
    });
    // What is inert gets no clicks: they arrive at the document.
    document.addEventListener("click", (event) => {
      if (isOpen() && !drawer.contains(event.target)) show(false);
    });
    matchMedia("(width >= 50rem)").addEventListener("change", () => {
      if (isOpen()) show(false);
    });
  }
}
