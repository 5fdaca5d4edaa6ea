// Answers queries from an index on the disk: `node ask.mjs SITE/search < queries.json`, both ways a JSON list.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { open } from "../../docs/assets/search/engine.mjs";

const root = process.argv[2];
const { version } = JSON.parse(readFileSync(`${root}/index.json`, "utf8"));

/** @param {string} name */
const load = async (name) => new Uint8Array(gunzipSync(readFileSync(`${root}/${version}/${name}`))).buffer;

const engine = await open(load);
const locations = await engine.locations();
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { pages } = await engine.search(query);
  answers.push(Array.from(pages, (page) => locations[page]));
}
console.log(JSON.stringify(answers));
