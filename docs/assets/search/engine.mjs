/**
 * Answers queries from the files that scripts/reading_list/search_index.py writes.
 *
 * @typedef {(name: string) => Promise<ArrayBuffer>} Load  a file of the index, by its name
 * @typedef {{ names: string[], of: number[] }} Column  of each page the number of a name
 * @typedef {{ chunks: string[], lengths: number[], titles: number[], block: number,
 *   type: Column, collection: Column }} Catalogue
 * @typedef {{ pages: Int32Array, counts: Int32Array, firsts: Int32Array }} Hits  the numbers of the pages that hold a
 *   phrase, ascending, and of each how often it does and where first; arrays of numbers, since there may be very many
 * @typedef {{ location: string, title: string, text: string, type: string, date: string, collection: string }} Page
 * @typedef {{ name: string, count: number }[]} Facet  names of a column among the pages found, frequent first
 * @typedef {{ pages: Int32Array, places: Int32Array, phrases: import("./query.mjs").Phrase[], pinyin: boolean,
 *   facets: { [field: string]: Facet } }} Found  the numbers of pages, best first, and of each its first hit, in code
 *   points
 */

import { FIELDS, parse, readFolding, toPinyin } from "./query.mjs";
import { chunkOf, common, cover, pairPlaces, readChunk, singlePlaces } from "./postings.mjs";

const ROOT = new URL("../../search/", import.meta.url);

/**
 * Files of the site's index, each fetched once.
 *
 * @returns {Load}
 */
export function loader() {
  /** @type {Map<string, Promise<ArrayBuffer>>} */
  const files = new Map();
  const folder = get(new URL("index.json", ROOT), { cache: "no-cache" })
    .then((response) => response.json())
    .then(({ version }) => new URL(`${version}/`, ROOT));
  return (name) => {
    const file = files.get(name) ?? folder.then((url) => get(new URL(name, url))).then(unzip);
    files.set(name, file);
    return file;
  };
}

/**
 * @param {URL} url
 * @param {RequestInit} [options]
 */
async function get(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}

/** @param {Response} response */
function unzip(response) {
  const stream = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
  return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * @param {Load} load
 * @param {string} name
 */
async function loadJson(load, name) {
  return JSON.parse(new TextDecoder().decode(await load(name)));
}

/** @param {Load} load */
export async function open(load) {
  const [catalogue, folding] = await Promise.all([
    loadJson(load, "catalogue.bin").then((json) => /** @type {Catalogue} */ (json)),
    loadJson(load, "folding.bin").then(readFolding),
  ]);
  let end = 0;
  const ends = Int32Array.from(catalogue.lengths, (length) => (end += length));
  const everyPage = ends.map((_, page) => page);
  /** @type {Promise<string[]> | undefined} */
  let locations;

  /** @param {string} token */
  async function posting(token) {
    const number = chunkOf(catalogue.chunks, token);
    if (number < 0) return new Uint8Array();
    return readChunk(await load(`chunk-${number}.bin`)).get(token) ?? new Uint8Array();
  }

  /**
   * @param {import("./query.mjs").Phrase} phrase
   * @returns {Promise<Hits>}
   */
  async function find(phrase) {
    const parts = cover(phrase);
    const postings = await Promise.all(parts.map(({ token }) => posting(token)));
    if (phrase.length === 1) {
      const { places, counts } = singlePlaces(postings[0]);
      return byPage(places, counts);
    }
    return byPage(common(postings.map((bytes, index) => pairPlaces(bytes, parts[index].offset))));
  }

  /**
   * @param {Int32Array} places  ascending
   * @param {Int32Array} [counts]  how often what is found stands behind each place; once, if not said
   * @returns {Hits}
   */
  function byPage(places, counts) {
    const most = Math.min(places.length, ends.length);
    const hits = { pages: new Int32Array(most), counts: new Int32Array(most), firsts: new Int32Array(most) };
    let found = 0;
    let page = 0;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index];
      while (place >= ends[page]) page += 1;
      if (!found || hits.pages[found - 1] !== page) {
        hits.pages[found] = page;
        hits.firsts[found] = place - (ends[page] - catalogue.lengths[page]);
        found += 1;
      }
      hits.counts[found - 1] += counts ? counts[index] : 1;
    }
    return { ...hits, pages: hits.pages.subarray(0, found) };
  }

  /**
   * @param {string} value  as typed
   * @returns {Promise<Found>}
   */
  async function search(value) {
    const query = parse(value, folding, (field, name) => catalogue[field].names.includes(name));
    const found = await match(query);
    const [phrase] = query.wanted;
    const letters = query.wanted.length === 1 && !query.unwanted.length && phrase.join("");
    if (found.pages.length || !letters || !/^[a-z]+$/.test(letters)) return found;
    // Only where nothing holds these letters, so that the pages found are those that hold what was typed.
    return match({ ...query, wanted: [], pinyin: [toPinyin(letters)] });
  }

  /**
   * @param {import("./query.mjs").Query} query
   * @returns {Promise<Found>}
   */
  async function match({ wanted, unwanted, filters, pinyin }) {
    const [hits, misses] = await Promise.all([
      Promise.all([...wanted, ...pinyin].map(find)),
      Promise.all(unwanted.map(find)),
    ]);
    const barred = new Set(misses.flatMap((miss) => [...miss.pages]));
    const held = hits.length ? common(hits.map(({ pages }) => pages)) : everyPage;
    const holding = barred.size ? held.filter((page) => !barred.has(page)) : held;
    const pages = filters.reduce((rest, { field, name }) => {
      const { names, of } = catalogue[field];
      return rest.filter((page) => names[of[page]] === name);
    }, holding);
    return {
      ...rank(pages, hits, catalogue.titles),
      phrases: wanted,
      pinyin: pinyin.length > 0 && pages.length > 0,
      facets: Object.fromEntries([...FIELDS].map(([label, field]) => [label, facet(holding, catalogue[field])])),
    };
  }

  return {
    folding,
    search,
    /**
     * The page of a number, with the block of its text that holds a place.
     *
     * @param {number} page
     * @param {number} place
     * @returns {Promise<Page>}
     */
    page(page, place) {
      const block = Math.floor(Math.max(0, place - catalogue.titles[page] - 1) / catalogue.block);
      return loadJson(load, `page-${page}-${block}.bin`);
    },
    /** @returns {Promise<string[]>} */
    locations: () => (locations ??= loadJson(load, "places.bin")),
  };
}

/**
 * A hit in the title first, then how often, then how early, then by date, which is the order of numbers.
 *
 * @param {Int32Array} pages  ascending, each in all of `hits`
 * @param {Hits[]} hits
 * @param {number[]} titles  the length of each page's title
 * @returns {{ pages: Int32Array, places: Int32Array }}  best first, and of each page its first hit
 */
export function rank(pages, hits, titles) {
  const inTitle = new Int32Array(pages.length);
  const often = new Int32Array(pages.length);
  const places = new Int32Array(pages.length).fill(hits.length ? 0x7fffffff : 0);
  for (const { pages: held, counts, firsts } of hits) {
    for (let index = 0, at = 0; index < pages.length; index += 1) {
      while (held[at] < pages[index]) at += 1;
      inTitle[index] += Number(firsts[at] < titles[pages[index]]);
      often[index] += counts[at];
      places[index] = Math.min(places[index], firsts[at]);
    }
  }
  const order = pages
    .map((_, index) => index)
    .sort((a, b) => inTitle[b] - inTitle[a] || often[b] - often[a] || places[a] - places[b]);
  return { pages: order.map((index) => pages[index]), places: order.map((index) => places[index]) };
}

/**
 * @param {Int32Array} pages
 * @param {Column} column
 * @returns {Facet}
 */
function facet(pages, { names, of }) {
  const counts = names.map(() => 0);
  for (const page of pages) counts[of[page]] += 1;
  return names
    .map((name, index) => ({ name, count: counts[index] }))
    .filter(({ name, count }) => name && count)
    .sort((a, b) => b.count - a.count);
}
