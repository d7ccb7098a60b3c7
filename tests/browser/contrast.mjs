// Contrast where axe gives up, which it does under everything that lies above a text: in code, in cards, in lists of steps.

/**
 * Runs in the page: every text below the level AAA of WCAG, and every frame of a control below 3 : 1. The ground of a text is
 * that of the elements around it.
 */
export function faintParts() {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  /** Red, green, blue, and opacity, of a colour in any notation. */
  const read = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, opacity] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, opacity / 255]);
    }
    return known.get(colour);
  };
  const over = ([...above], below) => {
    const opacity = above.pop();
    return [...above.map((part, index) => part * opacity + below[index] * (1 - opacity)), 1];
  };
  const groundOf = (element) => {
    const own = element ? read(getComputedStyle(element).backgroundColor) : read("canvas");
    return own[3] === 1 || !element ? own : over(own, groundOf(element.parentElement));
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const faint = [];
  const judge = (what, colour, ground, least, element) => {
    const found = contrast(over(read(colour), ground), ground);
    // What is given in whole numbers of 255 is a little off.
    if (found < least - 0.02) faint.push(`${what} has a contrast of ${found.toFixed(2)} and needs ${least}: ${element.outerHTML.slice(0, 120)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const judged = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || judged.has(element) || !isSeen(element) || element.closest(":disabled, svg")) continue;
    judged.add(element);
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    judge("a text", color, groundOf(element), isLarge ? 4.5 : 7, element);
  }
  for (const control of document.querySelectorAll("button:enabled, .action:not(:disabled), label:has(input)")) {
    const { borderTopWidth, borderTopColor } = getComputedStyle(control);
    if (parseFloat(borderTopWidth) > 0 && isSeen(control)) judge("the frame of a control", borderTopColor, groundOf(control.parentElement), 3, control);
  }
  return faint;
}
