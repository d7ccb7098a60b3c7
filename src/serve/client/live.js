// The browser's half of `waypost serve`, and where to begin to read it: follows the server's events and has the page
// brought up to date.
//
// It owns the stream and what each event leads to: other styles (styles.js), another page (a reload, over which place.js
// keeps the reader's place), or something to show (overlay.js). It does not know how any of these are done.

import { tellNews } from "./counts.js";
import { takeArrival } from "./jump.js";
import { recall, remember } from "./memory.js";
import { buildOverlay, jumpBesidePanel, say, show, showFindings } from "./overlay.js";
import { afterLoad, quietly } from "./page.js";
import { rememberPlace, restorePlace } from "./place.js";
import { knowStyles, swapStyles } from "./styles.js";

const script = document.querySelector("script[data-path][data-page]");
const { path, page: hash, styles } = script?.dataset ?? {};

let stream, retryTimer, lostTimer, arrival;
let attempts = 0;
let isGone = false;
let isLeaving = false;

// A page that carries this script twice must not get two badges.
if (script && !document.querySelector("waypost-live")) start();

function start() {
  // First of all, since the page may be painted at any time.
  quietly(() => restorePlace(path));
  if (recall("reloaded") === hash) remember("reloaded", null);
  buildOverlay();
  knowStyles(styles?.split(" ").filter(Boolean));
  arrival = takeArrival();
  document.addEventListener("visibilitychange", connectWhileVisible);
  addEventListener("pageshow", connectWhileVisible);
  addEventListener("pagehide", disconnect);
  connectWhileVisible();
}

// ---- The stream ----

// It is open only while the page is seen: a browser opens no more than six connections to a host.
function connectWhileVisible() {
  if (document.visibilityState === "visible") connect();
  else disconnect();
}

function connect() {
  if (stream) return;
  stream = new EventSource(`/-/waypost/events?path=${encodeURIComponent(path)}&page=${encodeURIComponent(hash)}`);
  expectConnection();
  stream.onopen = () => {
    stopTimers();
    attempts = 0;
    show({ lost: false });
  };
  stream.onerror = () => {
    expectConnection();
    // After an HTTP error some browsers never try again.
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = undefined;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connectWhileVisible, Math.min(2 ** attempts++, 5) * 1000);
  };
  for (const [name, handle] of Object.entries({ change, findings, problem })) {
    stream.addEventListener(name, ({ data }) => {
      if (!isLeaving) quietly(() => handle(JSON.parse(data)));
    });
  }
}

function disconnect() {
  stream?.close();
  stream = undefined;
  stopTimers();
}

function stopTimers() {
  clearTimeout(lostTimer);
  clearTimeout(retryTimer);
  lostTimer = undefined;
}

function expectConnection() {
  lostTimer ??= setTimeout(() => show({ lost: true }), 2000);
}

// ---- The three events ----

function change({ page, styles }) {
  const isBack = isGone && page !== null;
  // Without a hash this is the server's own answer in place of a page, which says itself that there is none.
  isGone = page === null && hash !== "";
  show({ problem: null, gone: isGone });
  if (isBack || (page !== null && page !== hash)) reload(page);
  else if (page !== null) swapStyles(styles ?? []);
}

function findings(report) {
  showFindings(report);
  // Not before the first findings: the panel that they may open is to be scrolled around.
  const near = arrival;
  arrival = null;
  if (near) afterLoad(() => jumpBesidePanel(near));
  tellNews(report.counts, say);
}

function problem(report) {
  show({ problem: report });
  say("The site cannot be built");
}

function reload(page) {
  isLeaving = true;
  quietly(() => rememberPlace(path));
  // A page that is still not the announced one after a reload would be loaded again without end, and without a pause.
  const wait = recall("reloaded") === page ? 2000 : 0;
  remember("reloaded", page);
  setTimeout(() => location.reload(), wait);
}
