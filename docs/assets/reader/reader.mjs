import { mount as box } from "../search/box.mjs";
import { mount as collation } from "./collation.mjs";
import { mount as filter } from "./filter.mjs";
import { mount as hits } from "./hits.mjs";
import { mount as missing } from "./missing.mjs";
import { mount as panel } from "./panel.mjs";
import { mount as progress } from "./progress.mjs";
import { mount as script } from "./script.mjs";
import { mount as sharing } from "./sharing.mjs";
import { mount as shelf } from "./shelf.mjs";
import { mount as turning } from "./turning.mjs";

/**
 * Loads the reader's features: each is a module with `mount(root)`, which may return a function that
 * takes away what it put there. Material announces each page, with instant navigation too, on `document$`;
 * without Material there is the one page that was opened.
 *
 * @typedef {(root: Document) => void | (() => void)} Mount
 */

/** @type {Mount[]} */
const features = [panel, collation, script, progress, sharing, turning, shelf, filter, missing, box, hits];

/** @type {(() => void)[]} */
let mounted = [];

/** @param {Document} root */
function show(root) {
  for (const unmount of mounted) unmount();
  mounted = features.flatMap((mount) => mount(root) ?? []);
}

const pages = /** @type {any} */ (globalThis).document$;
if (pages) pages.subscribe(show);
else show(document);
