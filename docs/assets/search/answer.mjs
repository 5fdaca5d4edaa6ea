/**
 * What the worker sends to the box: the items that Material renders, one for each page found.
 *
 * The first are complete. Each of the others is a `<search-hit>` that fetches its page when the box renders it
 * (box.mjs): ten at once, more when the reader scrolls.
 *
 * @typedef {{ location: string, title: string, text: string, score: number, terms: {} }} Item
 * @typedef {{ query: string, count: number, pinyin: boolean,
 *   facets: { [field: string]: import("./engine.mjs").Facet } }} Summary  what box.mjs shows above the results
 */

import { renderTeaser, renderTitle } from "./result.mjs";

/** A browser fetches six files at once from a host; the answer waits for no second round. */
const COMPLETE = 5;

/** One object for all items, so that a message of thousands holds it once. */
const NO_TERMS = {};

/**
 * @param {Awaited<ReturnType<typeof import("./engine.mjs").open>>} engine
 * @param {string} value  as typed
 * @returns {Promise<{ items: Item[][], summary: Summary }>}
 */
export async function answer(engine, value) {
  const [{ pages, places, phrases, pinyin, facets }, locations] = await Promise.all([
    engine.search(value),
    engine.locations(),
  ]);
  const complete = Array.from(pages.subarray(0, COMPLETE), (page, index) => engine.page(page, places[index]));
  await null; // now they are being fetched, and meanwhile items are made
  const marks = highlighting(phrases);
  /** @type {Item[][]} */
  const items = [];
  for (let index = 0; index < pages.length; index += 1) {
    items.push([{
      location: locations[pages[index]] + marks,
      title: `<search-hit data-page="${pages[index]}" data-place="${places[index]}"></search-hit>`,
      text: "",
      score: pages.length - index,
      terms: NO_TERMS,
    }]);
  }
  (await Promise.all(complete)).forEach((page, index) => {
    items[index][0].title = renderTitle(page, phrases, engine.folding);
    items[index][0].text = renderTeaser(page, phrases, engine.folding);
  });
  return { items, summary: { query: value, count: pages.length, pinyin, facets } };
}

/**
 * What the page that is opened marks; see reader/hits.mjs.
 *
 * @param {import("./query.mjs").Phrase[]} phrases
 */
function highlighting(phrases) {
  if (!phrases.length) return "";
  return `?${new URLSearchParams(phrases.map((phrase) => ["h", phrase.join("")]))}`;
}
