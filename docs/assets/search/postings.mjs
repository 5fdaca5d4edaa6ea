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
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(starts[middle], token) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * By code points, as Python orders strings; JavaScript's own order is by UTF-16 units.
 *
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  const [first, second] = [[...a], [...b]];
  const differs = first.findIndex((char, index) => char !== second[index]);
  if (differs < 0) return first.length - second.length;
  return (first[differs].codePointAt(0) ?? 0) - (second[differs]?.codePointAt(0) ?? -1);
}

/**
 * The pairs that cover a phrase, and how far into it each begins: as few as possible.
 *
 * @param {string[]} phrase
 * @returns {{ token: string, offset: number }[]}
 */
export function cover(phrase) {
  const offsets = [];
  for (let offset = 0; offset < phrase.length - 1; offset += 2) offsets.push(offset);
  if (phrase.length % 2 && phrase.length > 1) offsets.push(phrase.length - 2);
  if (phrase.length === 1) return [{ token: phrase[0], offset: 0 }];
  return offsets.map((offset) => ({ token: phrase[offset] + phrase[offset + 1], offset }));
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
    let at = 0;
    return kept.filter((place) => {
      while (list[at] < place) at += 1;
      return list[at] === place;
    });
  }, shortest);
}
