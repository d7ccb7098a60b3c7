// Closes the news and remembers their words, so that the next ones are shown again.
{
  const news = document.querySelector(".announcement");
  if (news) {
    news.querySelector("button").addEventListener("click", () => {
      waypost.remember("localStorage", "waypost-news", news.querySelector("p").textContent);
      // A browser may refuse to remember, and they are closed all the same.
      news.hidden = true;
      // The button is gone, and the focus goes on to what comes next.
      document.querySelector(".brand").focus();
    });
    // Also when the reader comes back to a page that the browser has kept.
    addEventListener("pageshow", waypost.showNews);
  }
}
