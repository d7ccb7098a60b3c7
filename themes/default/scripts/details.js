// Opens what is folded where an address leads into it: not every browser does.
{
  const named = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      // `#100%` is an address too, of nothing.
      return "";
    }
  };
  const unfold = () => {
    const target = document.getElementById(named());
    const folded = target?.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    // There may be another around it.
    unfold();
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
}
