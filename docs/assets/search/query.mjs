/**
 * What a query asks for, and which characters count as the same: used by the worker and on the page.
 *
 * @typedef {Map<string, string>} Folding  a character and what it folds to; others stay as they are
 * @typedef {string[]} Phrase  folded characters (code points) that must stand side by side
 * @typedef {"type" | "collection"} Field
 * @typedef {{ field: Field, name: string }} Filter
 * @typedef {{ wanted: Phrase[], unwanted: Phrase[], filters: Filter[], pinyin: Phrase[] }} Query
 */

/** How a query names a field of the catalogue: 类型:小说章节 @type {Map<string, Field>} */
export const FIELDS = new Map([["类型", "type"], ["合集", "collection"]]);

/** Pinyin stands in the index as letters moved up by this much; see reading_list/search_index.py. */
const PINYIN = 0xf0000;

/**
 * @param {{ from: string, to: string }} table  search/…/folding.bin
 * @returns {Folding}
 */
export function readFolding({ from, to }) {
  const targets = [...to];
  return new Map([...from].map((char, index) => [char, targets[index]]));
}

/**
 * @param {string} text
 * @param {Folding} folding
 * @returns {string[]}  as many characters as `text` has code points
 */
export function fold(text, folding) {
  return Array.from(text, (char) => folding.get(char) ?? char);
}

const TERM = /(-?)(?:(类型|合集|拼音)[:：])?(?:"([^"]+)"(?!\S)|(\S+))/g;

/**
 * White space parts terms, all of which are wanted. "…" keeps a term with spaces together, - before a term
 * excludes it, 类型:… and 合集:… keep what has that type or collection, 拼音:… searches titles. Quotes and minus are
 * those of ASCII, so that “…” and － can be searched for; what does not read as an operator is a term as it stands.
 *
 * @param {string} value  as typed
 * @param {Folding} folding
 * @param {(field: Field, name: string) => boolean} [knows]  whether the catalogue has that name
 * @returns {Query}
 */
export function parse(value, folding, knows = () => false) {
  /** @type {Query} */
  const query = { wanted: [], unwanted: [], filters: [], pinyin: [] };
  for (const [term, minus, label, quoted, word] of value.matchAll(TERM)) {
    const name = quoted ?? word;
    const field = FIELDS.get(label);
    if (field && !minus && knows(field, name)) query.filters.push({ field, name });
    else if (label === "拼音" && !minus && /^[a-z]+$/i.test(name)) query.pinyin.push(toPinyin(name));
    else (minus ? query.unwanted : query.wanted).push(fold(label ? term.slice(minus.length) : name, folding));
  }
  return query;
}

/**
 * @param {string} letters
 * @returns {Phrase}
 */
export function toPinyin(letters) {
  return Array.from(letters.toLowerCase(), (letter) => String.fromCodePoint(PINYIN + letter.charCodeAt(0)));
}

/**
 * Where a phrase stands.
 *
 * @param {string[]} text  folded
 * @param {Phrase} phrase
 * @returns {number[]}  first characters of hits, which do not overlap
 */
export function places(text, phrase) {
  const found = [];
  for (let place = text.indexOf(phrase[0]); place >= 0; ) {
    const hit = phrase.every((char, index) => text[place + index] === char);
    if (hit) found.push(place);
    place = text.indexOf(phrase[0], place + (hit ? phrase.length : 1));
  }
  return found;
}
