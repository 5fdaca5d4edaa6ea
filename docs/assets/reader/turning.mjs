/** The previous and the next text by key (← → or k j) and by swipe. */

const FAR = 80; // pixels that a swipe goes sideways at least
const EDGE = 24; // pixels at each side that are the browser's own

/** @type {Record<string, string>} */
const KEYS = { ArrowLeft: "prev", k: "prev", ArrowRight: "next", j: "next" };
/** Where a key has a use of its own. */
const BUSY = "input, textarea, select, dialog, summary, audio, video, [contenteditable], [role]:not(main, article, link)";

/** @param {Document} root */
export function mount(root) {
  const page = /** @type {HTMLElement | null} */ (root.querySelector(".text-page"));
  if (!page) return undefined;
  const stop = new AbortController();
  const options = { passive: true, signal: stop.signal };
  const link = (/** @type {string} */ way) =>
    /** @type {HTMLAnchorElement | null} */ (page.querySelector(`.neighbours a.${way}`));
  for (const [way, keys] of Object.entries({ prev: "ArrowLeft k", next: "ArrowRight j" })) {
    link(way)?.setAttribute("aria-keyshortcuts", keys);
  }

  addEventListener(
    "keydown",
    (event) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
      const busy = event.target instanceof Element && event.target.closest(BUSY);
      if (modified || busy || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const way = KEYS[event.key];
      if (way) link(way)?.click();
    },
    options,
  );

  /** @type {{x: number, y: number, time: number} | undefined} */
  let start;
  page.addEventListener(
    "touchstart",
    ({ touches, timeStamp }) => {
      const { clientX: x, clientY: y } = touches[0];
      const ours = touches.length === 1 && x > EDGE && x < innerWidth - EDGE;
      start = ours ? { x, y, time: timeStamp } : undefined;
    },
    options,
  );
  page.addEventListener(
    "touchend",
    ({ changedTouches, timeStamp }) => {
      if (!start || timeStamp - start.time > 600 || !(getSelection()?.isCollapsed ?? true)) return;
      const across = changedTouches[0].clientX - start.x;
      const along = Math.abs(changedTouches[0].clientY - start.y);
      if (Math.abs(across) > FAR && Math.abs(across) > 3 * along) link(across < 0 ? "next" : "prev")?.click();
      start = undefined;
    },
    options,
  );
  return () => stop.abort();
}
