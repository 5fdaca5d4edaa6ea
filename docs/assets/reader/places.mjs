/**
 * Where the reader is in each text: kept in this browser only, one entry a text, by its slug, so that two windows
 * do not overwrite each other and a new build changes nothing.
 *
 * @typedef {object} Place
 * @property {number} paragraph  the number in the paragraph's id, the line in the source
 * @property {number} offset     characters of the paragraph that are behind the reader
 * @property {number} part       of the text, 0 to 1
 * @property {boolean} read      whether its end was reached
 * @property {number} time       when, in milliseconds
 * @property {string} title
 * @property {string} collection
 */

const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="assets/reader/"]'));

/** The address of the site, which several on one host do not share. */
export const base = new URL("../../", script.src);

const PLACE = `${base.pathname}.place.`;
/** Says that there is a place at all, which the head of a page asks before anything is painted. */
const LAST = `${base.pathname}.last`;
const FORMAT = "reading-list/1";
const SLUG = /^[a-z0-9\u3400-\u9fff_-]{1,200}$/;

/** @param {string} slug @param {string} [hash] */
export function address(slug, hash = "") {
  // From disk no server finds the page of a folder.
  const file = location.protocol === "file:" ? "index.html" : "";
  return new URL(`texts/${slug}/${file}${hash}`, base).href;
}

/** @param {unknown} told @returns {Place | undefined} what is told, if it is a place */
function toPlace(told) {
  const { paragraph, offset, part, read, time, title, collection } = /** @type {any} */ (told ?? {});
  const numbers = [paragraph, offset, part, time].every((n) => Number.isFinite(n) && n >= 0);
  if (!numbers || part > 1 || typeof read !== "boolean" || typeof title !== "string") return undefined;
  return {
    paragraph: Math.floor(paragraph),
    offset: Math.floor(offset),
    part,
    read,
    time: Math.min(time, Date.now()),
    title: title.slice(0, 300),
    collection: String(collection ?? "").slice(0, 300),
  };
}

/**
 * A browser that keeps nothing, or something that is not ours, is still read with.
 *
 * @template Kept @param {(storage: Storage) => Kept} action @returns {Kept | undefined}
 */
function tolerant(action) {
  try {
    return action(localStorage);
  } catch {
    return undefined;
  }
}

/** @param {string} slug @returns {Place | undefined} */
export function get(slug) {
  return tolerant((storage) => toPlace(JSON.parse(storage.getItem(PLACE + slug) ?? "null")));
}

/** @param {string} slug @param {Place} place */
export function put(slug, place) {
  tolerant((storage) => {
    storage.setItem(PLACE + slug, JSON.stringify(place));
    storage.setItem(LAST, slug);
  });
  document.documentElement.classList.add("has-place");
}

/** @param {string} slug */
export function remove(slug) {
  tolerant((storage) => storage.removeItem(PLACE + slug));
}

/** All places, the latest first. @returns {[string, Place][]} */
export function all() {
  const keys = tolerant(Object.keys) ?? [];
  return keys
    .filter((key) => key.startsWith(PLACE))
    .map((key) => key.slice(PLACE.length))
    .flatMap((slug) => /** @type {[string, Place][]} */ ([[slug, get(slug)]].filter(([, place]) => place)))
    .sort(([, one], [, other]) => other.time - one.time);
}

/** @param {Place | undefined} place @returns {"unread" | "reading" | "read"} */
export function status(place) {
  if (place?.read) return "read";
  return place?.part ? "reading" : "unread";
}

/** @param {Place | undefined} place */
export function label(place) {
  const reading = () => `读到 ${percent(/** @type {Place} */ (place).part)}%`;
  return { unread: () => "未读", reading, read: () => "已读" }[status(place)]();
}

/** Whole percents; only the end is 100. @param {number} part */
export function percent(part) {
  return part < 1 ? Math.min(99, Math.max(1, Math.round(part * 100))) : 100;
}

/** All places as the text of a file. */
export function exported() {
  return JSON.stringify({ format: FORMAT, places: Object.fromEntries(all()) }, null, 1);
}

/**
 * Merge an exported file: of each text the later place stays.
 * @param {string} file its text
 * @returns {{taken: number, kept: number, refused: number}} places taken from the file, those of which a later
 *   one is here, and what is none
 * @throws {Error} for what is not such a file
 */
export function merge(file) {
  const told = JSON.parse(file);
  if (told?.format !== FORMAT || typeof told.places !== "object") throw new Error(`not ${FORMAT}`);
  const counts = { taken: 0, kept: 0, refused: 0 };
  for (const [slug, entry] of Object.entries(told.places ?? {})) {
    const place = SLUG.test(slug) ? toPlace(entry) : undefined;
    if (!place) counts.refused += 1;
    else if ((get(slug)?.time ?? -1) >= place.time) counts.kept += 1;
    else {
      put(slug, place);
      counts.taken += 1;
    }
  }
  return counts;
}
