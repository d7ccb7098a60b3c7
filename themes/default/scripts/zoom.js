// Shows an image as large as the screen, where the text has no room for all of it. Images that are links lead elsewhere, and
// those without a text of their own are decoration.
{
  const dialog = document.querySelector(".zoom");
  const large = new Image();

  const nameOf = (image) => image.closest("figure")?.querySelector("figcaption")?.textContent.trim() || image.alt;
  const enlarge = (image, opener) => {
    large.src = image.currentSrc;
    large.alt = image.alt;
    dialog.ariaLabel = nameOf(image);
    dialog.append(large);
    // This is where the focus shall come back to, even if the image itself was clicked.
    opener.focus({ preventScroll: true });
    dialog.showModal();
  };
  const prepare = (image) => {
    const opener = dialog.querySelector("template").content.firstElementChild.cloneNode(true);
    const name = opener.querySelector("span");
    name.textContent = name.textContent.replace("{alt}", () => nameOf(image));
    const frame = document.createElement("span");
    frame.className = "zoom-frame";
    image.before(frame);
    frame.append(image, opener);
    // An image that is nearly as large as it can be has nothing to gain.
    const offer = () => (opener.hidden = image.naturalWidth < image.clientWidth * 1.1);
    image.addEventListener("load", offer);
    new ResizeObserver(offer).observe(image);
    frame.addEventListener("click", () => {
      if (!opener.hidden) enlarge(image, opener);
    });
  };

  if (dialog) {
    for (const image of document.querySelectorAll(".prose img:not([alt=''], a img, .avatar)")) prepare(image);
    dialog.addEventListener("click", () => dialog.close());
  }
}
