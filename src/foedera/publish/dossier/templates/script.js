(function () {
  "use strict";
  // The page works without this: it only shows a note's words where the reader is, and returns to the cell they came from.
  var tip = document.createElement("div");
  tip.className = "tooltip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the link's own label says the same
  var words = tip.appendChild(document.createElement("p"));
  var whose = tip.appendChild(document.createElement("p"));
  whose.className = "quiet";
  document.body.appendChild(tip);
  var from = null;

  function show(link) {
    words.textContent = "“" + link.dataset.quote + "”";
    whose.textContent = link.dataset.source;
    tip.hidden = false;
    var at = link.getBoundingClientRect();
    var left = Math.min(Math.max(8, at.left - 24), window.innerWidth - tip.offsetWidth - 8);
    var above = at.top - tip.offsetHeight - 8;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (above > 8 ? above : at.bottom + 8) + window.scrollY + "px";
  }
  function hide() { tip.hidden = true; }
  function reference(event) { return event.target.closest && event.target.closest("a.ref"); }

  document.addEventListener("mouseover", function (event) { var link = reference(event); if (link) { show(link); } else { hide(); } });
  document.addEventListener("focusin", function (event) { var link = reference(event); if (link) { show(link); } else { hide(); } });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    if (!tip.hidden) { hide(); } else if (from) { from.focus(); from = null; }
  });
  document.addEventListener("click", function (event) {
    var link = reference(event);
    if (!link) { return; }
    hide();
    from = link;
    var mark = document.getElementById(link.hash.slice(1));
    if (mark) { mark.setAttribute("tabindex", "-1"); mark.focus({ preventScroll: true }); }
  });
})();
