// The buttons that copy code. They are hidden in the page, since without this script they could do nothing.
if (navigator.clipboard) {
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.role = "status";

  // Without prompts, answers and lines that are taken out; and without the line break at the end, which would make a terminal
  // run what is pasted.
  const codeOf = (button) => {
    const code = button.parentElement.querySelector("code").cloneNode(true);
    for (const part of code.querySelectorAll("samp, del, .prompt, .callout")) part.remove();
    return code.textContent.trimEnd();
  };

  const copy = async (button) => {
    await navigator.clipboard.writeText(codeOf(button));
    button.classList.add("done");
    status.textContent = button.dataset.copied;
    setTimeout(() => {
      button.classList.remove("done");
      status.textContent = "";
    }, 2000);
  };

  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  // Inside a landmark, so that a screen reader's list of regions leaves nothing out.
  document.querySelector("main").append(status);
}
