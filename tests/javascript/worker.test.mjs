import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("../../docs/assets/search/worker.js", import.meta.url), "utf8");

/** The worker with the messages it posts; nothing can be fetched, unless other modules are given. */
function start(modules = { open: () => { throw new Error("404"); } }) {
  let listener = (_event) => {};
  const posted = [];
  const self = {
    addEventListener: (_type, added) => (listener = added),
    postMessage: (message) => posted.push(message),
  };
  const body = source.replaceAll("import(", "load(");
  const load = async () => ({ loader: () => {}, ...modules });
  new Function("self", "load", body)(self, load);
  return { send: (type, data) => listener({ data: { type, data } }), posted };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

test("it is ready as soon as it is set up", () => {
  const { send, posted } = start();
  send(0, { config: {}, docs: [] });
  assert.deepEqual(posted, [{ type: 1 }]);
});

test("an empty query finds nothing and fetches nothing", async () => {
  const { send, posted } = start();
  send(2, "  ");
  await settled();
  assert.deepEqual(posted, [{ type: 3, data: { items: [] } }]);
});

test("of queries in a row the last is answered", async () => {
  const { send, posted } = start();
  send(2, "甲");
  send(2, "");
  await settled();
  assert.deepEqual(posted, [{ type: 3, data: { items: [] } }]);
});

test("an index that cannot be read is said to be the reason", async () => {
  const { send, posted } = start();
  send(2, "甲");
  await settled();
  assert.equal(posted.length, 1);
  assert.match(posted[0].data.items[0][0].text, /没有读到索引文件（404）/);
});

test("a query is not looked for if another came while the index was opened", async () => {
  const asked = [];
  const { send, posted } = start({
    open: () => new Promise((resolve) => setTimeout(resolve, 30)),
    answer: async (_engine, value) => { asked.push(value); return { items: [], summary: { query: value } }; },
  });
  send(2, "甲");
  await new Promise((resolve) => setTimeout(resolve, 15));
  send(2, "甲乙");
  await settled();
  assert.deepEqual(asked, ["甲乙"]);
  assert.equal(posted.length, 1);
});
