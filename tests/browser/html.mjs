// Reads HTML as far as the tests need it: which tags there are, and with which attributes. That the HTML is valid, and so can
// be read as simply as this, is what pages.test.mjs proves.

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads one page of a built site.
 *
 * file   where it lies in the folder of the site
 * path   its address, from the root of the site: `how-tos/use-gpus/`
 */
export function readPage(file, html) {
  const tags = tagsOf(html);
  return {
    file,
    path: file.replace(/(^|\/)index\.html$/, "$1"),
    html,
    tags,
    ids: new Set(tags.flatMap(({ attributes }) => attributes.id ?? [])),
    isRedirect: tags.some(({ attributes }) => attributes["http-equiv"] === "refresh"),
  };
}

function tagsOf(html) {
  const text = html.replace(/<!--.*?-->/gs, "").replace(/(<(script|style)\b[^>]*>).*?(<\/\2>)/gs, "$1$3");
  return [...text.matchAll(TAG)].map(([, name, attributes]) => ({ name: name.toLowerCase(), attributes: attributesOf(attributes) }));
}

function attributesOf(text) {
  const attributes = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(attributes.map(([, name, ...values]) => [name, decode(values.find((value) => value !== undefined) ?? "")]));
}

function decode(text) {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (name) return CHARACTERS[name] ?? whole;
    return String.fromCodePoint(hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal));
  });
}
