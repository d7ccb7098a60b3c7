// Keeps what is open in the sidebar, and how far it is scrolled, for the next page; early.js puts it back there.
if (document.getElementById("wp-sidebar")) {
  addEventListener("pagehide", waypost.saveSidebar);
}
