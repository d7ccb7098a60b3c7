// Opens what is folded where an address leads into it: not every browser does.
{
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
