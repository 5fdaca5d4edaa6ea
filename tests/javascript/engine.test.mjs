import assert from "node:assert/strict";
import { test } from "node:test";

import { rank } from "../../docs/assets/search/engine.mjs";

/** @param {number[][]} rows  of each page that holds a phrase its number, how often it does, and where first */
function hits(rows) {
  const [pages, counts, firsts] = [0, 1, 2].map((column) => Int32Array.from(rows, (row) => row[column]));
  return { pages, counts, firsts };
}

test("a hit in the title first, then how often, then how early, then by date", () => {
  const held = hits([[0, 1, 30], [1, 1, 30], [2, 1, 20], [3, 2, 30], [4, 1, 3]]);
  const { pages, places } = rank(held.pages, [held], [5, 5, 5, 5, 5]);
  assert.deepEqual([...pages], [4, 3, 2, 0, 1]);
  assert.deepEqual([...places], [3, 30, 20, 30, 30]);
});

test("of several phrases all count, on the pages that hold all", () => {
  const one = hits([[0, 1, 9], [1, 1, 9], [3, 1, 2]]);
  const other = hits([[1, 5, 7], [2, 9, 0], [3, 1, 1]]);
  const { pages, places } = rank(Int32Array.of(1, 3), [one, other], [4, 4, 4, 4]);
  assert.deepEqual([...pages], [3, 1]);
  assert.deepEqual([...places], [1, 7]);
});

test("without a phrase pages stand by date", () => {
  assert.deepEqual([...rank(Int32Array.of(2, 5, 7), [], []).pages], [2, 5, 7]);
});

test("thousands of pages stand as comparing them puts them", () => {
  const rows = Array.from({ length: 5000 }, (_, page) => [page, 1 + (page * 7919) % 300, (page * 104729) % 70_001]);
  const titles = rows.map(([page]) => page % 90);
  const inTitle = (page) => Number(rows[page][2] < titles[page]);
  const sorted = rows.map(([page]) => page).sort((a, b) =>
    inTitle(b) - inTitle(a) || rows[b][1] - rows[a][1] || rows[a][2] - rows[b][2] || a - b);
  const held = hits(rows);
  assert.deepEqual([...rank(held.pages, [held], titles).pages], sorted);
});

test("nothing found is nothing to rank", () => {
  const none = hits([]);
  assert.deepEqual([...rank(none.pages, [none], []).pages], []);
});
