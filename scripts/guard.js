// Vakten: says what is wrong when the program does not start, is slow to come, or stops.
//
// scripts/postbuild.mjs puts it into the page itself, before everything that can be missing. It
// knows the program only by what it does to the page: the program takes #laster away when it draws,
// its start script unhides #oppstartsfeil, and its panic hook unhides #stoppfeil.
(() => {
  "use strict";
  const PATIENCE = 15_000; // milliseconds
  const part = (id) => document.getElementById(id);
  const isShown = (id) => part(id) && !part(id).hidden;
  const show = (id, shown) => {
    if (part(id)) part(id).hidden = !shown;
  };
  // A frame that is sandboxed has no origin of its own; nor has a file, which is none.
  const isSandboxed = self.origin === "null" && location.protocol !== "file:";
  const hasWebAssembly = typeof WebAssembly === "object";
  document.documentElement.dataset.skript = "";
  // The page has the plan of the first municipality in it. A link is to something else.
  if (location.hash.includes("=")) document.documentElement.dataset.lenke = "";

  const hasStarted = () => !part("laster")?.isConnected;

  /** Addresses are written when the message is shown: the scenario is in what stands after #. */
  function address() {
    for (const link of document.querySelectorAll("[data-adresse]")) {
      link.href = location.href;
      link.textContent = location.href;
    }
  }

  function notStarted() {
    // A panic at the start is told of as one.
    if (isShown("stoppfeil")) return show("oppstartsfeil", false);
    const reason = isSandboxed ? "ramme" : hasWebAssembly ? "nett" : "nettleser";
    for (const text of document.querySelectorAll("[data-sak]")) text.hidden = text.dataset.sak !== reason;
    show("laster", false);
    show("treg", false);
    address();
  }

  function stopped() {
    show("oppstartsfeil", false);
    show("laster", false);
    part("app").inert = true;
    part("app").removeAttribute("aria-busy");
    const file = part("stoppfil");
    if (file) file.parentElement.hidden = !file.hasAttribute("href");
    address();
    part("stoppfeil").focus();
  }

  /** A message is handled when it is unhidden, by whoever. */
  function watch(id, handle) {
    new MutationObserver(() => isShown(id) && handle()).observe(part(id), { attributeFilter: ["hidden"] });
  }

  function fail(error) {
    // What the program itself cannot tell of: out of memory, or too deep a call.
    const isOfProgram =
      (hasWebAssembly && error instanceof WebAssembly.RuntimeError) || error instanceof RangeError;
    if (isOfProgram && hasStarted()) show("stoppfeil", true);
  }

  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement) show("oppstartsfeil", true);
    else fail(event.error);
  }, true);
  addEventListener("unhandledrejection", (event) => fail(event.reason));
  addEventListener("hashchange", () => (isShown("stoppfeil") || isShown("oppstartsfeil")) && address());

  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-last], [data-forfra]");
    if (!link) return;
    event.preventDefault();
    if (link.hasAttribute("data-forfra")) {
      const municipality = location.hash.replace("#", "").split("&").filter((pair) => pair.startsWith("kommune="));
      history.replaceState(null, "", "#" + municipality.join("&"));
    }
    // An empty address would lose what stands after #.
    location.reload();
  });

  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    watch("oppstartsfeil", notStarted);
    watch("stoppfeil", stopped);
    if (!hasWebAssembly) show("oppstartsfeil", true);
    new MutationObserver(() => hasStarted() && show("treg", false)).observe(part("app"), { childList: true });
    setTimeout(() => {
      if (!hasStarted() && !isShown("oppstartsfeil") && !isShown("stoppfeil")) show("treg", true);
    }, PATIENCE);
  });
})();
