/**
 * A page that was found, as HTML for the box: its title, the facts about it, and what stands around the first hit,
 * in the page's own script, with hits marked.
 *
 * @typedef {import("./engine.mjs").Page} Page
 * @typedef {import("./query.mjs").Phrase} Phrase
 * @typedef {import("./query.mjs").Folding} Folding
 */

import { fold, places } from "./query.mjs";

const BEFORE = 20;
const LENGTH = 90;

/** @type {{ [char: string]: string }} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]);
}

/**
 * @param {Page} page
 * @param {Phrase[]} phrases
 * @param {Folding} folding
 */
export function renderTitle(page, phrases, folding) {
  return mark([...page.title], phrases, folding);
}

/**
 * @param {Page} page
 * @param {Phrase[]} phrases
 * @param {Folding} folding
 */
export function renderTeaser(page, phrases, folding) {
  const facts = [page.type, page.date, page.collection].filter(Boolean).map(escapeHtml).join(" · ");
  const text = [...page.text];
  const folded = fold(page.text, folding);
  const hits = phrases.flatMap((phrase) => places(folded, phrase).slice(0, 1));
  const start = Math.max(0, (hits.length ? Math.min(...hits) : 0) - BEFORE);
  const end = Math.min(text.length, start + LENGTH);
  const around = mark(text.slice(start, end), phrases, folding);
  const teaser = `${start ? "…" : ""}${around}${end < text.length ? "…" : ""}`;
  return `${facts && `<span class="search-facts">${facts}</span>`}<span class="search-teaser">${teaser}</span>`;
}

/**
 * @param {string[]} text
 * @param {Phrase[]} phrases
 * @param {Folding} folding
 */
function mark(text, phrases, folding) {
  const folded = fold(text.join(""), folding);
  const marked = new Set(phrases.flatMap((phrase) =>
    places(folded, phrase).flatMap((place) => phrase.map((_, index) => place + index))));
  return text
    .map((char, index) => {
      const opens = marked.has(index) && !marked.has(index - 1);
      const closes = marked.has(index) && !marked.has(index + 1);
      return `${opens ? "<mark>" : ""}${escapeHtml(char)}${closes ? "</mark>" : ""}`;
    })
    .join("");
}
