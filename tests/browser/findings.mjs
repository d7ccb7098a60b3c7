// Keeps what is wrong with many pages, to tell all of it at once: what is wrong in the same way in many places is told once.

/** So many places are named; of the others there is only the number. */
const NAMED = 3;

export function collectFindings() {
  const places = new Map();
  return {
    add(what, place) {
      places.set(what, [...(places.get(what) ?? []), place]);
    },
    /** Fails if there is one. */
    expectNone() {
      if (places.size === 0) return;
      const told = [...places].map(([what, where]) => `${what}\n    on ${nameSome(where)}`);
      throw new Error(`${places.size === 1 ? "1 finding" : `${places.size} findings`}:\n\n${told.join("\n\n")}\n`);
    },
  };
}

function nameSome(places) {
  const named = [...new Set(places)];
  const others = named.length - NAMED;
  return `${named.slice(0, NAMED).join("\n    on ")}${others > 0 ? `\n    and on ${others} more` : ""}`;
}
