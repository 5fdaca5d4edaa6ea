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
  const turn = (/** @type {string} */ way) =>
    /** @type {HTMLAnchorElement | null} */ (page.querySelector(`.neighbours a.${way}`))?.click();

  addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
    const busy = event.target instanceof Element && event.target.closest(BUSY);
    if (modified || busy || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (KEYS[event.key]) turn(KEYS[event.key]);
  }, options);

  let x = 0;
  let y = 0;
  /** When it began, if it is ours. */
  let time = 0;
  page.addEventListener("touchstart", ({ touches, timeStamp }) => {
    ({ clientX: x, clientY: y } = touches[0]);
    time = touches.length === 1 && x > EDGE && x < innerWidth - EDGE ? timeStamp : 0;
  }, options);
  page.addEventListener("touchend", ({ changedTouches, timeStamp }) => {
    if (timeStamp - time > 600 || !(getSelection()?.isCollapsed ?? true)) return;
    const across = changedTouches[0].clientX - x;
    const along = Math.abs(changedTouches[0].clientY - y);
    if (Math.abs(across) > FAR && Math.abs(across) > 3 * along) turn(across < 0 ? "next" : "prev");
    time = 0;
  }, options);
  return () => stop.abort();
}
