// Meetings are given in UTC; here the reader's own clock is put beside it. What is over already is taken out of the lists,
// since the page may have been built long ago.
{
  const own = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const hour = 3600000;
  for (const time of document.querySelectorAll("time[data-local]")) {
    const begin = new Date(time.dateTime);
    if (isNaN(begin)) continue;
    const note = document.createElement("span");
    note.className = "own-time";
    note.textContent = `${own.format(begin)} (${time.dataset.local})`;
    time.after(" ", note);
    const entry = time.closest("tr, li");
    // The last one stays: an empty list would look like a fault.
    if (begin.getTime() + hour < Date.now() && entry.nextElementSibling) entry.hidden = true;
  }
}
