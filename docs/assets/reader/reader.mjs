/**
 * Loads the reader's features: each is a module with `mount(root)`, which may return a function that takes away what
 * it put there, and a stylesheet, which stands in reader.css if it is needed before the first paint. Material
 * announces each page, with instant navigation too, on `document$`; without Material there is the one page that was
 * opened.
 *
 * @typedef {(root: Document) => void | (() => void)} Mount
 */
import { mount as box } from "../search/box.mjs";
import { mount as collation } from "./collation.mjs";
import { mount as panel } from "./panel.mjs";
import { mount as progress } from "./progress.mjs";
import { mount as script } from "./script.mjs";
import { mount as sharing } from "./sharing.mjs";
import { mount as turning } from "./turning.mjs";

/** Those of a text; a list leads to one. @type {Mount[]} */
const FEATURES = [panel, collation, script, progress, sharing, turning, box];

/** Others, and what of a page needs them. @type {[string, () => Promise<{mount: Mount}>][]} */
const LATER = [
  [".texts, .shelves", () => import("./shelf.mjs")],
  [".filter", () => import("./filter.mjs")],
  [".missing", () => import("./missing.mjs")],
];

/** On a page that a result of a search opened. */
const hits = () => style("hits").then(() => import("./hits.mjs"));

const styled = Promise.all(["panel", "progress", "sharing", "../search/box"].map(style));

/** @type {(() => void)[]} */
let mounted = [];
let turn = 0;

/** @param {Document} root */
async function show(root) {
  const mine = ++turn;
  for (const unmount of mounted.splice(0)) unmount();
  await styled;
  if (mine !== turn) return; // another page came meanwhile
  mounted = FEATURES.flatMap((mount) => mount(root) ?? []);
  const wanted = LATER.filter(([needed]) => root.querySelector(needed)).map(([, load]) => load());
  if (location.search.includes("h=")) wanted.push(hits());
  for (const loading of wanted) {
    const { mount } = await loading;
    if (mine !== turn) return;
    mounted.push(mount(root) ?? (() => {}));
  }
}

/** Outside the head, where instant navigation keeps only what the next page has, too. @param {string} name */
function style(name) {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(`${name}.css`, import.meta.url).href;
    link.onload = link.onerror = resolve;
    document.body.append(link);
  });
}

const pages = /** @type {any} */ (globalThis).document$;
if (pages) pages.subscribe(show);
else show(document);
