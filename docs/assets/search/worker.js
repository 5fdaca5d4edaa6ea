/**
 * The search worker of Material's box, in place of its own: overrides/main.html names it in `__config`.
 *
 * The box starts workers as classic scripts, so the rest is imported when the first query comes; opening a page
 * fetches this file alone. Of several queries in a row only the last is answered.
 */

/** Messages between box and worker, as Material numbers them. */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

/** Milliseconds for the next key to arrive, where keys come in a row faster than anybody types. */
const PAUSE = 5;

const NOTHING = { items: [], summary: { query: "" } };

/** @type {Promise<any> | undefined} */
let engine;
let latest = 0;

self.addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) self.postMessage({ type: READY });
  else if (type === QUERY) void reply(data.trim());
});

/** @param {string} value */
async function reply(value) {
  const mine = ++latest;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (mine !== latest) return;
  const { items, summary } = value ? await ask(value, mine) : NOTHING;
  if (mine !== latest) return;
  self.postMessage({ type: RESULT, data: { items } });
  const channel = new BroadcastChannel("reading-list-search");
  channel.postMessage(summary);
  channel.close();
}

/**
 * @param {string} value
 * @param {number} number  of the query; one that is not the latest any more finds nothing
 */
async function ask(value, number) {
  try {
    const [{ loader, open }, { answer }] = await Promise.all([import("./engine.mjs"), import("./answer.mjs")]);
    engine ??= open(loader());
    const opened = await engine;
    return number === latest ? await answer(opened, value) : NOTHING;
  } catch (error) {
    engine = undefined; // a site that was published anew, or a connection that came back, is tried again
    const text = `没有读到索引文件（${error instanceof Error ? error.message : error}）。请刷新页面再试；若仍如此，站点需要重新生成索引。`;
    return { items: [[{ location: "", title: "现在无法搜索", text, score: 1, terms: {} }]], summary: { query: "" } };
  }
}
