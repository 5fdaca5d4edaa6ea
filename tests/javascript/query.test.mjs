import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, parse, places, readFolding } from "../../docs/assets/search/query.mjs";

const folding = readFolding({ from: "書記區GＧ　𠮶", to: "书记区gg 咿" });
const knows = (field, name) => `${field} ${name}` === "type 小说章节" || `${field} ${name}` === "collection 长 河";

function read(value) {
  const { wanted, unwanted, filters, pinyin } = parse(value, folding, knows);
  const join = (phrases) => phrases.map((phrase) => phrase.join(""));
  return [join(wanted), join(unwanted), filters.map(({ name }) => name), pinyin.length];
}

const CASES = [
  ["區委書記", [["区委书记"], [], [], 0]],
  ["5G  芯片", [["5g", "芯片"], [], [], 0]],
  ["甲　乙", [["甲", "乙"], [], [], 0]],
  ['"a b" 甲', [["a b", "甲"], [], [], 0]],
  ["甲 -乙", [["甲"], ["乙"], [], 0]],
  ['-"a b"', [[], ["a b"], [], 0]],
  ["2022-03", [["2022-03"], [], [], 0]],
  ["-", [["-"], [], [], 0]],
  ["－5", [["－5"], [], [], 0]],
  ["“聚能环”", [["“聚能环”"], [], [], 0]],
  ['5"屏', [['5"屏'], [], [], 0]],
  ['"没有关上', [['"没有关上'], [], [], 0]],
  ["类型:小说章节 甲", [["甲"], [], ["小说章节"], 0]],
  ['合集："长 河"', [[], [], ["长 河"], 0]],
  ["类型:诗", [["类型:诗"], [], [], 0]],
  ["类型:", [["类型:"], [], [], 0]],
  ["时间:2021", [["时间:2021"], [], [], 0]],
  ["拼音:XZ", [[], [], [], 1]],
  ["", [[], [], [], 0]],
];

for (const [value, expected] of CASES) {
  test(`the query ${value}`, () => assert.deepEqual(read(value), expected));
}

test("a character beyond the basic plane is one character", () => {
  assert.deepEqual(fold("𠮷𠮶區", folding), ["𠮷", "咿", "区"]);
});

test("hits do not overlap", () => {
  assert.deepEqual(places([..."啊啊啊啊啊"], ["啊", "啊"]), [0, 2]);
  assert.deepEqual(places([..."甲甲乙"], ["甲", "乙"]), [1]);
  assert.deepEqual(places([], ["甲"]), []);
});
