/**
 * Marks what the reader searched for on the page that a result opened (`?h=…`, once for each phrase), goes to
 * the first hit, and from hit to hit with ] and [. A phrase is found as search finds it: in the clean text, so
 * that a symbol planted inside it, or a gloss, does not hide it.
 */

import { loader } from "../search/engine.mjs";
import { fold, places, readFolding } from "../search/query.mjs";

/** Where a text begins with its title, that is shown and the page's own is not. */
const LINES = ".source-text p, .text-page:not(:has(.headline)) > h1";

/** What is not clean text. */
const UNREAD = "del, rt, rp, .headerlink";

/** @typedef {{ node: Text, start: number, end: number }} Char  a code point of the clean text */

/**
 * @param {Document} root
 * @returns {(() => void) | void}
 */
export function mount(root) {
  const phrases = new URLSearchParams(location.search).getAll("h").filter(Boolean);
  const lines = [...root.querySelectorAll(LINES)];
  if (!phrases.length || !lines.length) return;
  const stop = new AbortController();
  void loadFolding().then((folding) => {
    if (stop.signal.aborted) return;
    const hits = lines.flatMap((line) => findHits(line, phrases, folding));
    if (hits.length) show(hits, stop.signal);
  });
  return () => stop.abort();
}

async function loadFolding() {
  const bytes = await loader()("folding.bin");
  return readFolding(JSON.parse(new TextDecoder().decode(bytes)));
}

/**
 * @param {Element} line
 * @param {string[]} phrases
 * @param {import("../search/query.mjs").Folding} folding
 * @returns {Char[][]}
 */
function findHits(line, phrases, folding) {
  const chars = readChars(line);
  const text = fold(chars.map(({ node, start, end }) => node.data.slice(start, end)).join(""), folding);
  const taken = new Set();
  return phrases
    .map((phrase) => fold(phrase, folding))
    .flatMap((phrase) => places(text, phrase).map((place) => ({ place, end: place + phrase.length })))
    .sort((a, b) => a.place - b.place || b.end - a.end)
    .map(({ place, end }) => chars.slice(place, end).filter((char) => !taken.has(char) && taken.add(char)))
    .filter((hit) => hit.length);
}

/**
 * @param {Element} line
 * @returns {Char[]}
 */
function readChars(line) {
  const chars = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(UNREAD)) continue;
    let end = 0;
    for (const char of node.data) chars.push({ node, start: end, end: (end += char.length) });
  }
  return chars;
}

/**
 * @param {Char[][]} hits  in the order of the text
 * @param {AbortSignal} signal  takes everything away again
 */
function show(hits, signal) {
  // From the end, because marking a character cuts its text node behind it.
  const marks = hits.toReversed().map(wrap).reverse();
  const bar = document.createElement("div");
  bar.className = "hits";
  let current = 0;

  /** @param {number} index */
  const go = (index) => {
    for (const mark of marks[current]) mark.classList.remove("current");
    current = (index + marks.length) % marks.length;
    for (const mark of marks[current]) mark.classList.add("current");
    marks[current][0].scrollIntoView({ block: "center" });
    place.textContent = `${current + 1} / ${marks.length}`;
  };
  const place = document.createElement("span");
  place.role = "status";
  const previous = button("‹", "上一处（[）", () => go(current - 1));
  const next = button("›", "下一处（]）", () => go(current + 1));
  bar.append(previous, place, next, button("×", "不再标出", close));
  document.querySelector(".text-page")?.append(bar);
  document.addEventListener(
    "keydown",
    ({ key, target, ctrlKey, metaKey, altKey }) => {
      const types = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]");
      if (types || ctrlKey || metaKey || altKey) return;
      if (key === "]") go(current + 1);
      if (key === "[") go(current - 1);
    },
    { signal },
  );
  signal.addEventListener("abort", close);
  go(0);

  function close() {
    bar.remove();
    for (const mark of marks.flat()) mark.replaceWith(...mark.childNodes);
    marks.length = 0;
  }
}

/**
 * @param {Char[]} hit
 * @returns {HTMLElement[]}  a mark for each text node that the hit runs through
 */
function wrap(hit) {
  const marks = [];
  for (const node of new Set(hit.map((char) => char.node))) {
    const inside = hit.filter((char) => char.node === node);
    const range = document.createRange();
    range.setStart(node, inside[0].start);
    range.setEnd(node, inside[inside.length - 1].end);
    const mark = document.createElement("mark");
    mark.className = "hit";
    range.surroundContents(mark);
    marks.push(mark);
  }
  return marks;
}

/**
 * @param {string} text
 * @param {string} label
 * @param {() => void} action
 */
function button(text, label, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.title = label;
  element.ariaLabel = label;
  element.addEventListener("click", action);
  return element;
}
