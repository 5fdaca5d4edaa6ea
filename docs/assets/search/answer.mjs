/**
 * What the worker sends to the box: the items that Material renders, one for each page found.
 *
 * The first are complete. The others, which are rendered when the reader scrolls to them, are a `<search-hit>`
 * that fetches its page then (box.mjs), so that a query that finds thousands of pages fetches ten of them.
 *
 * @typedef {{ location: string, title: string, text: string, score: number, terms: {} }} Item
 * @typedef {{ query: string, count: number, pinyin: boolean,
 *   facets: { [field: string]: import("./engine.mjs").Facet } }} Summary  what box.mjs shows above the results
 */

import { renderTeaser, renderTitle } from "./result.mjs";

const COMPLETE = 10;

/** One object for all items, so that a message of thousands holds it once. */
const NO_TERMS = {};

/**
 * @param {Awaited<ReturnType<typeof import("./engine.mjs").open>>} engine
 * @param {string} value  as typed
 * @returns {Promise<{ items: Item[][], summary: Summary }>}
 */
export async function answer(engine, value) {
  const { pages, phrases, pinyin, facets } = await engine.search(value);
  const [first, locations] = await Promise.all([
    Promise.all(pages.slice(0, COMPLETE).map(engine.page)),
    pages.length > COMPLETE ? engine.locations() : [],
  ]);
  const marks = highlighting(phrases);
  const items = pages.map(({ page: number, place }, index) => {
    const page = first[index];
    return [{
      location: (page?.location ?? locations[number]) + marks,
      title: page
        ? renderTitle(page, phrases, engine.folding)
        : `<search-hit data-page="${number}" data-place="${place}"></search-hit>`,
      text: page ? renderTeaser(page, phrases, engine.folding) : "",
      score: pages.length - index,
      terms: NO_TERMS,
    }];
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
