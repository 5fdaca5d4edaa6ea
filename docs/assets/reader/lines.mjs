/**
 * Places of a text on the screen, and back.
 *
 * A place is the number in a paragraph's id and an offset in its characters (UTF-16 units, as the DOM counts).
 *
 * @typedef {{paragraph: number, offset: number}} Spot
 */

/** Where a line is read first: below the theme's header. */
export function topLine() {
  return Math.max(0, document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0) + 8;
}

/**
 * The place at the top of the window, and how far above it (below 0) or below its line stands.
 * @param {HTMLElement} text
 */
export function look(text) {
  const line = topLine();
  const box = text.getBoundingClientRect();
  const hidden = box.height - (innerHeight - line);
  const passed = Math.min(1, Math.max(0, (line - box.top) / Math.max(1, hidden)));
  const part = box.bottom <= innerHeight ? 1 : Math.min(passed, 0.999);
  if (box.top >= line) return { place: { paragraph: 0, offset: 0, part: part < 1 ? 0 : 1 }, ahead: 0 };
  const all = paragraphs(text);
  const index = first(all.length, (at) => {
    while (at < all.length && !all[at].getClientRects().length) at += 1; // not shown
    return at === all.length || all[at].getBoundingClientRect().bottom > line;
  });
  const paragraph = all[Math.min(index, all.length - 1)];
  const offset = offsetAt(paragraph, line);
  const place = { paragraph: Number(paragraph?.id.slice(1) ?? 0), offset, part };
  return { place, ahead: lineOf(text, place).top - line };
}

/** @param {HTMLElement} text @returns {HTMLElement[]} those with an address, in the order of the source */
export function paragraphs(text) {
  return /** @type {HTMLElement[]} */ ([...text.querySelectorAll("[id^=p]")]).filter((p) => /^p\d+$/.test(p.id));
}

/** The first number below `count` for which `holds`, or `count`. @param {number} count @param {(n: number) => boolean} holds */
function first(count, holds) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param {Node} node @param {number} start @param {number} end */
function rangeOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** @param {Element} paragraph @returns {Text[]} */
function textsOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}

/** Characters of the paragraph above a height of the window. @param {Element} paragraph @param {number} line */
function offsetAt(paragraph, line) {
  let passed = 0;
  for (const node of textsOf(paragraph)) {
    const below = (/** @type {number} */ at) => rangeOf(node, at, at + 1).getBoundingClientRect().bottom > line;
    if (rangeOf(node, 0, node.length).getBoundingClientRect().bottom > line) return passed + first(node.length, below);
    passed += node.length;
  }
  return 0;
}

/** The box of the line with a place; of the paragraph before it, if that one is gone. @param {HTMLElement} text @param {Spot} place */
export function lineOf(text, { paragraph, offset }) {
  const all = paragraphs(text);
  const after = first(all.length, (at) => Number(all[at].id.slice(1)) > paragraph);
  const element = all[Math.max(0, after - 1)];
  let rest = element?.id === `p${paragraph}` ? offset : 0;
  for (const node of rest ? textsOf(element) : []) {
    if (rest < node.length) return rangeOf(node, rest, rest + 1).getBoundingClientRect();
    rest -= node.length;
  }
  return (element ?? text).getBoundingClientRect();
}
