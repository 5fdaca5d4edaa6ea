/**
 * Reads what scripts/reading_list/postings.py writes, and finds phrases in it.
 *
 * @typedef {Map<string, Uint8Array>} Chunk  tokens and their postings
 */

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} [most]  how many numbers to read; all, if not said
 * @returns {{ numbers: Int32Array, end: number }}
 */
function readNumbers(bytes, start, most = bytes.length - start) {
  const numbers = new Int32Array(most);
  let count = 0;
  let end = start;
  while (end < bytes.length && count < most) {
    let byte = bytes[end++];
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[end++];
      number |= (byte & 127) << shift;
    }
    numbers[count++] = number;
  }
  return { numbers: numbers.subarray(0, count), end };
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Chunk}
 */
export function readChunk(buffer) {
  const bytes = new Uint8Array(buffer);
  const { numbers: [nameBytes], end: namesAt } = readNumbers(bytes, 0, 1);
  const names = new TextDecoder().decode(bytes.subarray(namesAt, namesAt + nameBytes)).split("\n");
  const { numbers: sizes, end } = readNumbers(bytes, namesAt + nameBytes, names.length);
  let place = end;
  return new Map(names.map((name, index) => [name, bytes.subarray(place, (place += sizes[index]))]));
}

/**
 * Which chunk holds a token, if any does.
 *
 * @param {string[]} starts  the first token of each chunk, by code points
 * @param {string} token
 */
export function chunkOf(starts, token) {
  const sought = weight(token);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weight(starts[middle]) <= sought) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * By code points, as Python orders strings; JavaScript's own order is by UTF-16 units.
 *
 * @param {string} token  of one or two characters
 */
function weight(token) {
  const [first, second] = Array.from(token, (char) => char.codePointAt(0) ?? 0);
  return first * 2 ** 21 + (second ?? -1);
}

/**
 * The pairs that cover a phrase, and how far into it each begins: as few as possible; of one character itself.
 *
 * @param {string[]} phrase
 * @returns {{ token: string, offset: number }[]}
 */
export function cover(phrase) {
  return Array.from({ length: Math.ceil(phrase.length / 2) }, (_, index) => {
    const offset = Math.max(0, Math.min(2 * index, phrase.length - 2));
    return { token: phrase.slice(offset, offset + 2).join(""), offset };
  });
}

/**
 * @param {Uint8Array} posting  of a pair
 * @param {number} offset  of the pair in its phrase
 * @returns {Int32Array}  places of the phrase, as far as this pair tells
 */
export function pairPlaces(posting, offset) {
  const { numbers } = readNumbers(posting, 0);
  for (let index = 0, place = -offset; index < numbers.length; index += 1) numbers[index] = place += numbers[index];
  return numbers;
}

/**
 * @param {Uint8Array} posting  of a character
 * @returns {{ places: Int32Array, counts: Int32Array }}  its first place on each page, and how often it stands there
 */
export function singlePlaces(posting) {
  const { numbers } = readNumbers(posting, 0);
  const places = new Int32Array(numbers.length / 2);
  const counts = new Int32Array(numbers.length / 2);
  for (let index = 0, place = 0; index < places.length; index += 1) {
    places[index] = place += numbers[2 * index];
    counts[index] = numbers[2 * index + 1];
  }
  return { places, counts };
}

/**
 * What all lists have in common.
 *
 * @param {Int32Array[]} lists  ascending
 * @returns {Int32Array}
 */
export function common(lists) {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce((kept, list) => {
    const places = new Int32Array(kept.length);
    let count = 0;
    let at = 0;
    for (const place of kept) {
      while (list[at] < place) at += 1;
      if (list[at] === place) places[count++] = place;
    }
    return places.subarray(0, count);
  }, shortest);
}
