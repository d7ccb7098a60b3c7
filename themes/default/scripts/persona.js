// "I am …": marks what serves the persona that the reader chose. Nothing is hidden, and nothing moves: the mark lies over the
// edge of an entry, and its words are there for those who do not see it.
{
  const menu = document.querySelector(".persona-menu");

  const mark = () => {
    const choice = waypost.personaChoice();
    for (const word of document.querySelectorAll(".for-me-word")) word.remove();
    for (const part of document.querySelectorAll("[data-personas]")) {
      const serves = choice && part.dataset.personas.split(" ").includes(choice.dataset.personaChoice);
      part.classList.toggle("for-me", Boolean(serves));
      if (!serves) continue;
      const word = document.createElement("span");
      word.className = "for-me-word";
      word.textContent = menu.dataset.mark.replace("{name}", choice.textContent);
      part.querySelector("a")?.append(" ", word);
    }
  };

  if (menu) {
    // The link is followed all the same: the page of the persona says where to begin.
    menu.addEventListener("click", (event) => {
      const link = event.target.closest("[data-persona-choice]");
      if (link) waypost.choosePersona(link.dataset.personaChoice);
    });
    menu.querySelector("button").addEventListener("click", () => {
      waypost.choosePersona("");
      mark();
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    // Also when the reader comes back to a page that the browser has kept.
    addEventListener("pageshow", () => {
      waypost.showPersona();
      mark();
    });
  }
}
