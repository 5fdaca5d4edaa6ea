/**
 * Keeps the place in a text, says how much is read and how long the rest takes, and offers the way back.
 *
 * A place is a paragraph and an offset in it, so it holds for another window, font or build. Nobody is moved
 * without asking: only the address `#continue`, which the lists link to, leads to the place by itself.
 */
import { lineOf, look, topLine } from "./lines.mjs";
import * as places from "./places.mjs";

const CHARACTERS_A_MINUTE = 400; // as catalogue.py
const SETTLED = 600; // until a page has gone to the place its address names
const RHYTHM = 250; // between two looks at where the reader is
const DWELL = 2000; // at the end of a text until it counts as read

/** @param {Document} root */
export function mount(root) {
  const page = /** @type {HTMLElement | null} */ (root.querySelector(".text-page"));
  const text = /** @type {HTMLElement | null} */ (page?.querySelector(".source-text"));
  if (!page || !text) return undefined;
  const slug = decodeURIComponent(page.dataset.slug ?? "");
  const heading = page.querySelector("h1")?.textContent ?? "";
  const minutes = characters(text) / CHARACTERS_A_MINUTE;
  const stop = new AbortController();
  const { signal } = stop;
  let kept = places.get(slug);
  let settled = false;
  let touched = false;
  /** The place now, and how far its line is from the top: what must not move when the text is set anew. */
  let here = look(text);
  let timer = 0;
  let ending = 0;

  const gauge = element("p", "progress-gauge");
  const toggle = element("button", "progress-toggle");
  const offer = element("div", "progress-offer");
  page.append(gauge);
  text.after(toggle);

  const keep = (/** @type {boolean} */ read) => {
    const now = { ...here.place, read, time: Date.now(), title: heading };
    kept = { ...now, collection: page.dataset.collection ?? "" };
    places.put(slug, kept);
  };

  const show = () => {
    const left = Math.ceil(minutes * (1 - here.place.part));
    gauge.textContent = here.place.part < 1 ? `${Math.floor(here.place.part * 100)}% · 约剩 ${left} 分钟` : "100%";
    toggle.textContent = kept?.read ? "已读 · 标为未读" : "标为已读";
  };

  /** Read to the end: the next of its collection is what to go on with. */
  const finish = () => {
    keep(true);
    offer.remove();
    const next = /** @type {HTMLAnchorElement | null} */ (page.querySelector("a.next"));
    const other = next && decodeURIComponent(new URL(next.href).pathname).split("/texts/")[1]?.split("/")[0];
    if (page.dataset.collection && other && !places.get(other)) {
      const title = next.lastChild?.textContent ?? "";
      const start = { paragraph: 0, offset: 0, part: 0, read: false, time: Date.now() };
      places.put(other, { ...start, title, collection: page.dataset.collection });
    }
    show();
  };

  const update = () => {
    timer = 0;
    const before = here.place;
    here = look(text);
    if (settled && (before.paragraph !== here.place.paragraph || before.offset !== here.place.offset)) touched = true;
    // While the way back is offered, it is not lost by looking around before it.
    if (offer.isConnected && here.place.part >= (kept?.part ?? 0) && touched) offer.remove();
    if (touched && !offer.isConnected && !kept?.read) keep(false);
    show();
    clearTimeout(ending);
    // A text that was only opened, and is short, takes a while to read.
    const dwell = touched ? DWELL : Math.max(DWELL, minutes * 15_000);
    if (here.place.part === 1 && !kept?.read) ending = window.setTimeout(finish, dwell);
  };
  const soon = () => (timer ||= window.setTimeout(update, RHYTHM));
  const now = () => timer && (clearTimeout(timer), update());

  const go = () => {
    offer.remove();
    if (kept) goTo(text, kept);
    update();
  };

  if (kept && places.status(kept) === "reading") {
    const back = element("button", "progress-continue", `继续阅读 ${places.percent(kept.part)}%`);
    const anew = element("button", "", "从头读");
    back.addEventListener("click", go);
    anew.addEventListener("click", () => (offer.remove(), (touched = true), update()));
    offer.append(back, anew);
    offer.role = "group";
    offer.ariaLabel = "上次读到的地方";
    page.prepend(offer);
  }
  toggle.addEventListener("click", () => {
    if (kept?.read) places.remove(slug), (kept = undefined), (touched = false), show();
    else finish();
  });
  addEventListener("scroll", soon, { passive: true, signal });
  addEventListener("pagehide", now, { signal });
  document.addEventListener("visibilitychange", now, { signal });

  // Another window size or font: the line that was at the top stays there.
  const observer = new ResizeObserver(() => {
    const place = here.place;
    if (place.paragraph && settled && !timer) scrollBy({ top: lineOf(text, place).top - topLine() - here.ahead, behavior: "instant" });
    soon();
  });
  observer.observe(text);

  const settle = window.setTimeout(() => {
    here = look(text);
    settled = true;
    // The browser itself went back there.
    if (kept && here.place.paragraph >= kept.paragraph) offer.remove();
    if (location.hash === "#continue") {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    soon();
  }, SETTLED);
  if (location.hash === "#continue") requestAnimationFrame(go);
  show();

  return () => {
    now();
    stop.abort();
    observer.disconnect();
    for (const running of [timer, ending, settle]) clearTimeout(running);
    for (const made of [gauge, toggle, offer]) made.remove();
  };
}

/** Characters of the clean text. @param {HTMLElement} text */
function characters(text) {
  const count = (/** @type {Element} */ of) => (of.textContent ?? "").replace(/\s/g, "").length;
  return count(text) - [...text.querySelectorAll("del")].reduce((sum, deleted) => sum + count(deleted), 0);
}

/** @param {HTMLElement} text @param {{paragraph: number, offset: number}} place */
function goTo(text, place) {
  scrollBy({ top: lineOf(text, place).top - topLine(), behavior: "instant" });
  const element = /** @type {HTMLElement | null} */ (text.querySelector(`#p${place.paragraph}`));
  // Who listens goes on here, too.
  element?.setAttribute("tabindex", "-1");
  element?.focus({ preventScroll: true });
}

/** @param {string} name @param {string} kind @param {string} [content] */
function element(name, kind, content = "") {
  const made = document.createElement(name);
  if (name === "button") made.setAttribute("type", "button");
  made.className = kind;
  made.textContent = content;
  return made;
}
