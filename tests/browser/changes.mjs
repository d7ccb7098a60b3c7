// The kinds of change that somebody makes while the preview is open. Each is an object:
//
//   name     what is done
//   on       the page in view
//   at       the id of the heading that stands near the top of the window
//   keeps    the start of the block that has to stay where it is; the heading itself unless this says otherwise
//   edit     does it: gets the site and `fresh`, which is new with every change: a `text`, a `colour`, and a `number`
//   shown    asked in the page: it shows the change. Gets `fresh`, with `findings`, the words of the badge, where `finds` is set
//   finds    the change makes findings, so that `waypost lint` is asked for what the badge has to say
//   still    the page is not loaded again, only brought up to date
//   returns  the page is gone with the change, and is loaded again when it is back
//   also     looks at more than the page in view
//
// After each change, everything is put back and the page has to follow again.

import { shows, sleep } from "./support.mjs";

const gpus = "content/how-tos/use-gpus.md";
const settings = "content/reference/settings.md";
const parts = "content/concepts/architecture.md";

const GPUS = { on: "/how-tos/use-gpus/", at: "#run-one-workflow-step-on-a-gpu" };
const SETTINGS = { on: "/reference/settings/", at: "#environments" };
const PARTS = { on: "/concepts/architecture/", at: "#the-three-stores" };
const CHANNELS = { on: "/community/channels/", at: "#before-you-open-an-issue" };

const ABOVE = "- An environment that you may change, or a colleague who may.\n";
const BELOW = "A GPU that waits for you is a GPU that nobody else has.";
const TITLE = 'title = "Use GPUs"\n';

const picture = (colour, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height}" viewBox="0 0 600 ${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>\n`;

export const CHANGES = [
  // ---- Text ----
  {
    ...GPUS,
    name: "text below",
    edit: (site, { text }) => site.replace(gpus, BELOW, `${BELOW} ${text}.`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "a paragraph above",
    edit: (site, { text }) => site.replace(gpus, ABOVE, `${ABOVE}\nA new paragraph. ${text}.\n`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "a whole section above",
    edit: (site, { text }) => site.replace(gpus, ABOVE, `${ABOVE}\n## ${text}\n\n${"Many words. ".repeat(400)}\n\n${"- One more.\n".repeat(30)}`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "the very paragraph at the top of the window",
    at: "Give the profile to the step",
    keeps: "name = \"forecast\"",
    edit: (site, { text }) => site.replace(gpus, "Give the profile to the step", `${text}: give the profile to the step`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "a heading above",
    edit: (site, { text }) => site.replace(gpus, "## Start a workspace on a GPU", `## ${text}`),
    shown: ({ text }) => view.part(".contents").includes(text) && view.text().includes(text),
  },
  {
    ...GPUS,
    name: "the heading at the top of the window",
    keeps: "Give the profile to the step",
    edit: (site, { text }) => site.replace(gpus, "## Run one workflow step on a GPU", `## ${text}`),
    shown: ({ text }) => view.part(".contents").includes(text) && view.text().includes(text),
  },
  {
    ...SETTINGS,
    name: "a row in a table",
    edit: (site, { text }) => site.replace(settings, '| `notice` | string |', `| \`more\` | string | | ${text} |\n| \`notice\` | string |`),
    shown: ({ text }) => [...document.querySelectorAll("main td")].some((cell) => cell.textContent.includes(text)),
  },
  {
    ...GPUS,
    name: "a block of code",
    at: "#give-it-back",
    edit: (site, { text }) => site.replace(gpus, "import torch\n", `import torch\n\nname = "${text}"\n`),
    shown: ({ text }) => [...document.querySelectorAll("pre .s")].some((part) => part.textContent === `"${text}"`),
  },
  {
    ...GPUS,
    name: "the title of an admonition",
    edit: (site, { text }) => site.replace(gpus, ":::warning[The version must not be newer than the driver]", `:::danger[${text}]`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "a new admonition",
    edit: (site, { text }) => site.replace(gpus, ABOVE, `${ABOVE}\n:::tip[${text}]\n\nOne more word.\n\n:::\n`),
    shown: ({ text }) => view.text().includes(text) && view.text().includes("One more word."),
  },

  // ---- Front matter ----
  {
    ...GPUS,
    name: "the title",
    edit: (site, { text }) => site.replace(gpus, TITLE, `title = "${text}"\n`),
    shown: ({ text }) => document.title.startsWith(text) && view.part("h1") === text,
  },
  {
    ...GPUS,
    name: "the description",
    edit: (site, { text }) => site.replace(gpus, "Start a workspace or a workflow step", text),
    shown: ({ text }) => document.querySelector("meta[name=description]").content.startsWith(text),
  },
  {
    ...GPUS,
    name: "the kind",
    edit: (site) => site.replace(gpus, TITLE, `${TITLE}kind = "reference"\n`),
    shown: () => document.querySelector(".kind").dataset.kind === "reference",
  },
  {
    ...GPUS,
    name: "the personas",
    edit: (site) => site.replace(gpus, 'personas = ["aila", "blake", "sam"]', 'personas = ["aila", "taylor"]'),
    shown: () => view.part(".page-foot").includes("Taylor"),
  },

  // ---- Images ----
  {
    ...PARTS,
    name: "an image of the same size",
    edit: (site, { colour }) => site.write("content/concepts/architecture.svg", picture(colour, 620).replaceAll("600", "900")),
    shown: ({ colour }) => view.imageColour() === colour,
  },
  {
    ...PARTS,
    name: "a taller image",
    edit: (site, { colour }) => site.write("content/concepts/architecture.svg", picture(colour, 1100)),
    shown: ({ colour }) => view.imageColour() === colour,
  },
  {
    ...GPUS,
    name: "a new image",
    edit: async (site, { colour, number }) => {
      await site.write(`static/img/new-${number}.svg`, picture(colour, 400));
      await site.replace(gpus, ABOVE, `${ABOVE}\n![A box.](/img/new-${number}.svg)\n`);
    },
    shown: ({ colour }) => view.imageColour() === colour,
  },

  // ---- The community, the interface, the theme, the settings ----
  {
    ...CHANNELS,
    name: "a record in TOML",
    edit: (site, { text }) => site.replace("data/channels.toml", "I have an idea that is still vague", text),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    on: "/community/roadmap/cost-report/",
    name: "a record in Markdown",
    edit: async (site, { text }) => site.write("data/roadmap/cost-report.md", `${await site.read("data/roadmap/cost-report.md")}\n${text}.\n`),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "a text of the interface",
    edit: (site, { text }) => site.write("theme/i18n/en.toml", `twin = "${text}"\n`),
    shown: ({ text }) => view.part(".page-foot").includes(text),
  },
  {
    ...GPUS,
    name: "a template of the site's own",
    edit: (site, { text }) => site.write("theme/templates/partials/footer.html", `<footer class="own"><p>${text}</p></footer>\n`),
    shown: ({ text }) => view.part("footer.own").includes(text),
  },
  {
    ...GPUS,
    name: "a style of the theme",
    edit: (site, { colour }) => site.write("theme/styles/own.css", `main h1 { color: ${colour}; }\n`),
    shown: ({ colour }) => view.style("main h1", "color") === colour,
    still: true,
  },
  {
    ...GPUS,
    name: "a style sheet of the settings",
    edit: async (site, { colour }) => site.write("static/quayside.css", `${await site.read("static/quayside.css")}main h1 { color: ${colour}; }\n`),
    shown: ({ colour }) => view.style("main h1", "color") === colour,
    still: true,
  },
  {
    ...GPUS,
    name: "a style sheet, five times in a row",
    edit: async (site, { colour }) => {
      const before = await site.read("static/quayside.css");
      for (const last of ["red", "green", "blue", "black", colour]) {
        await site.write("static/quayside.css", `${before}main h1 { color: ${last}; }\n`);
        await sleep(25);
      }
    },
    shown: ({ colour }) => view.style("main h1", "color") === colour,
    // Sheets that were replaced must not pile up.
    also: (preview, page) => shows(page, "the page has the two style sheets of the site", () => document.querySelectorAll("link[rel=stylesheet]").length === 2),
    still: true,
  },
  {
    ...GPUS,
    name: "a file in a new folder, saved again while the folder is being noticed",
    edit: async (site, { colour }) => {
      for (const last of ["red", "green", "blue", "black", colour]) {
        await site.write("theme/styles/own.css", `main h1 { color: ${last}; }\n`);
        await sleep(25);
      }
    },
    shown: ({ colour }) => view.style("main h1", "color") === colour,
    still: true,
  },
  {
    ...GPUS,
    name: "the title of the site",
    edit: (site, { text }) => site.replace("waypost.toml", 'title = "Quayside"', `title = "${text}"`),
    shown: ({ text }) => view.part(".brand") === text,
  },
  {
    ...GPUS,
    name: "the order of the navigation",
    edit: (site) => site.replace("waypost.toml", '  "use-gpus",\n  "share-an-environment",', '  "share-an-environment",\n  "use-gpus",'),
    shown: () => /Share an environment.*Use GPUs/s.test(view.part("#wp-sidebar")),
  },

  // ---- Pages that come and go ----
  {
    ...GPUS,
    name: "a new page",
    edit: (site, { text, number }) => site.write(`content/how-tos/new-${number}.md`, `+++\ntitle = "${text}"\ndescription = "A new page."\n+++\n\nText.\n`),
    shown: ({ text }) => view.part("#wp-sidebar").includes(text),
  },
  {
    on: "/how-tos/fix-a-failed-run/",
    name: "another name for a page that others link to",
    edit: (site) => site.move("content/how-tos/keep-secrets.md", "content/how-tos/keep-my-secrets.md"),
    shown: ({ findings }) => view.badge() === findings && /error/.test(findings),
    finds: true,
  },
  {
    ...GPUS,
    name: "the page in view removed",
    edit: (site) => site.remove(gpus),
    shown: () => view.badge().startsWith("Page removed") && view.text().includes("Give it back"),
    still: true,
    returns: true,
  },
  {
    ...GPUS,
    name: "the page in view made a draft",
    // In one step: a page that is seen empty on the way would be what stays in view.
    edit: async (site) => site.writeBeside(gpus, await site.replaced(gpus, TITLE, `${TITLE}draft = true\n`)),
    shown: () => view.badge().startsWith("Page removed") && view.text().includes("Give it back"),
    still: true,
    returns: true,
  },

  // ---- Ways to save ----
  {
    ...GPUS,
    name: "saved beside and renamed over",
    edit: async (site, { text }) => site.writeBeside(gpus, await site.replaced(gpus, ABOVE, `${ABOVE}\n${text}.\n`)),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "the old file moved away, a new one written, the old one removed",
    edit: async (site, { text }) => site.writeAnew(gpus, await site.replaced(gpus, ABOVE, `${ABOVE}\n${text}.\n`)),
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "emptied, and whole 30 ms later",
    edit: async (site, { text }) => {
      const changed = await site.replaced(gpus, BELOW, `${BELOW} ${text}.`);
      await site.write(gpus, "");
      await sleep(30);
      await site.write(gpus, changed);
    },
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "emptied, and whole half a second later",
    edit: async (site, { text }) => {
      const changed = await site.replaced(gpus, BELOW, `${BELOW} ${text}.`);
      await site.write(gpus, "");
      await sleep(500);
      await site.write(gpus, changed);
    },
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "twenty saves in two seconds",
    edit: async (site, { text }) => {
      const before = await site.read(gpus);
      for (let step = 1; step <= 20; step++) {
        const typed = `A new paragraph that grows: ${"and grows ".repeat(step * 10)}${step === 20 ? text : ""}`;
        await site.write(gpus, before.replace(ABOVE, `${ABOVE}\n${typed}.\n`));
        await sleep(100);
      }
    },
    shown: ({ text }) => view.text().includes(text),
  },
  {
    ...GPUS,
    name: "300 files at once",
    edit: async (site, { text }) => {
      const changed = await site.replaced(gpus, ABOVE, `${ABOVE}\n${text}.\n`);
      const names = Array.from({ length: 300 }, (_, index) => `content/how-tos/many/page-${index}.md`);
      for (const name of names) await site.write(name, `+++\ntitle = "${text}"\ndescription = "One of many."\n+++\n\nText.\n`);
      await site.write(gpus, changed);
    },
    shown: ({ text }) => view.text().includes(text) && view.part("#wp-sidebar").includes("Many"),
    also: async (preview, page, { text }) => {
      const last = await preview.bytes("/how-tos/many/page-299/");
      if (!last.includes(text)) throw new Error("the last of the pages is not shown");
    },
  },

  // ---- What is broken, and mended ----
  {
    ...GPUS,
    name: "broken front matter",
    edit: (site) => site.replace(gpus, TITLE, 'title = "Use GPUs\n'),
    shown: ({ findings }) => view.badge() === findings && /error/.test(findings) && view.text().includes("Give it back"),
    finds: true,
  },
  {
    ...GPUS,
    name: "broken settings",
    edit: async (site) => site.write("waypost.toml", `${await site.read("waypost.toml")}\n[nav\n`),
    shown: ({ findings }) => view.badge() === findings && /error/.test(findings),
    finds: true,
  },
  {
    ...GPUS,
    name: "the content moved away",
    edit: (site) => site.move("content", "content-away"),
    shown: () => view.badge().startsWith("Not built") && view.text().includes("Give it back"),
    still: true,
  },
];
