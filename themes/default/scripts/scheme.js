// The choice of light, dark, or as the device says.
{
  const choices = document.querySelectorAll(".scheme-choices input");
  const button = document.querySelector("[popovertarget=wp-scheme]");
  // News above the header, or letters that make it higher, move the button, and the list belongs below it.
  button.popoverTargetElement?.addEventListener("beforetoggle", ({ target }) => {
    target.style.insetBlockStart = `${button.getBoundingClientRect().bottom}px`;
  });
  for (const choice of choices) {
    choice.addEventListener("change", () => waypost.chooseScheme(choice.value));
  }
  // Also when the reader comes back to a page that the browser has kept, and has chosen anew in between.
  addEventListener("pageshow", () => {
    waypost.showScheme();
    for (const choice of choices) choice.checked = choice.value === waypost.scheme();
  });
}
