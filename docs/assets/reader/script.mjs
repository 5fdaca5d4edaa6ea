/**
 * A text, or the titles of a list, in the script that the reader asked for, data-script="hans" or "hant" on the root
 * element. Its table (reading_list/script_tables.py) is fetched only then. What is shown has as many characters as the
 * text and goes into the nodes that are there: marks stay, and so does every place. `reading-list:text-changed` tells
 * others.
 *
 * @typedef {(text: string) => string} Convert
 * @typedef {{ own: string, phrases: Map<string, string>, lengths: number[] }} Group
 */

const LANGUAGES = { hans: "zh-Hans", hant: "zh-Hant" };
const NAMES = { hans: "简体", hant: "繁体" };
const SHOWN = ".text-page :is(h1, nav.contents :is(summary, a), .source-text > p, nav.neighbours a), .texts a[lang]";
const SLICE_MS = 10;

/** @type {Record<string, Promise<Convert>>} */
const fetched = {};

/** @param {Document} root */
export function mount(root) {
  const page = /** @type {HTMLElement | null} */ (root.querySelector(".text-page"));
  const text = /** @type {HTMLElement | null | undefined} */ (page?.querySelector(".source-text"));
  const own = page?.lang ?? "";
  const note = (page ?? root.querySelector("article") ?? root.body).appendChild(root.createElement("p"));
  note.className = "script-note";
  note.role = "status";
  /** @type {Map<HTMLElement, {texts: string[], lang: string}>} What stood in the elements that are converted. */
  const kept = new Map();
  let turn = 0;

  const show = async () => {
    const mine = ++turn;
    const script = /** @type {"hans" | "hant"} */ (root.documentElement.dataset.script);
    const language = LANGUAGES[script];
    note.textContent = "";
    if (kept.size) {
      kept.forEach(({ texts, lang }, element) => write(element, texts, lang));
      kept.clear();
      changed(own);
    }
    const shown = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(SHOWN)]);
    const others = shown.filter((element) => language && (element.lang || own) !== language);
    if (others.length) {
      const late = setTimeout(() => (note.textContent = `正在载入${NAMES[script]}字表……`), 300);
      const convert = await (fetched[script] ??= load(script)).catch(() => delete fetched[script]);
      clearTimeout(late);
      // The reader may have chosen again in the meantime.
      if (mine !== turn) return;
      note.textContent = convert === true ? `${NAMES[script]}字表未能载入，文字仍为原样。` : "";
      if (convert !== true) convertAll(others, /** @type {Convert} */ (convert), language, mine);
    }
    text?.setAttribute("data-settled", "");
  };

  /**
   * From what is in view on, then what is above.
   *
   * @param {HTMLElement[]} elements @param {Convert} convert @param {string} language @param {number} mine
   */
  const convertAll = async (elements, convert, language, mine) => {
    const above = elements.findIndex((element) => element.getBoundingClientRect().bottom > 0);
    elements.push(...elements.splice(0, above));
    for (let pause = performance.now() + SLICE_MS; elements.length; ) {
      const element = /** @type {HTMLElement} */ (elements.shift());
      const texts = runs(element).map((nodes) => nodes.map(({ data }) => data).join(""));
      kept.set(element, { texts, lang: element.lang });
      write(element, texts.map(convert), language);
      if (performance.now() < pause) continue;
      await new Promise((resume) => setTimeout(resume));
      if (mine !== turn) return;
      pause = performance.now() + SLICE_MS;
    }
    changed(language);
  };

  /** @param {string} language */
  const changed = (language) => {
    if (page && text) page.lang = text.lang = language;
    root.dispatchEvent(new Event("reading-list:text-changed"));
  };

  const chosen = new MutationObserver(show);
  chosen.observe(root.documentElement, { attributeFilter: ["data-script"] });
  addEventListener("listed", show); // other rows (filter.mjs)
  show();
  return () => {
    turn++;
    removeEventListener("listed", show);
    chosen.disconnect();
    note.remove();
  };
}

/** @param {string} script */
async function load(script) {
  const response = await fetch(new URL(`../script/${script}.txt`, import.meta.url));
  if (!response.ok) throw response;
  return converter(await response.text());
}

/** OpenCC's way: the longest phrase that begins here, else the character. @param {string} table @returns {Convert} */
export function converter(table) {
  /** @type {Map<string, string | Group>} A line is read when a text first has its character. */
  const groups = new Map(table.split("\n").slice(1).map((line) => [characterAt(line, 0), line]));

  /** @param {string} first */
  const read = (first) => {
    const line = groups.get(first);
    if (typeof line !== "string") return line;
    const [own, ...entries] = line.split(" ");
    const phrases = new Map(entries.map((entry) => /** @type {[string, string]} */ ((first + entry).split("="))));
    const lengths = [...new Set(Array.from(phrases.keys(), ({ length }) => length))].sort((a, b) => b - a);
    const group = { own: own.slice(first.length) || first, phrases, lengths };
    groups.set(first, group);
    return group;
  };

  return (text) => {
    let converted = "";
    for (let i = 0; i < text.length; ) {
      const first = characterAt(text, i);
      const group = read(first);
      const length = group?.lengths.find((length) => group.phrases.has(text.slice(i, i + length))) ?? first.length;
      const found = text.slice(i, (i += length));
      converted += group?.phrases.get(found) ?? Array.from(found, (one) => read(one)?.own ?? one).join("");
    }
    return converted;
  };
}

/** @param {string} text @param {number} index */
function characterAt(text, index) {
  return String.fromCodePoint(/** @type {number} */ (text.codePointAt(index)));
}

/** The nodes of the clean text, where no deletion parts a phrase, then of each deletion. @param {Element} element */
function runs(element) {
  /** @type {Map<Element | null | undefined, Text[]>} */
  const found = new Map([[null, []]]);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const deletion = node.parentElement?.closest("del");
    found.set(deletion, [...(found.get(deletion) ?? []), node]);
  }
  return [...found.values()];
}

/**
 * Other features may have cut or joined the nodes meanwhile.
 *
 * @param {HTMLElement} element @param {string[]} texts @param {string} language of an element that tells its own
 */
function write(element, texts, language) {
  if (element.lang) element.lang = language;
  runs(element).forEach((nodes, index) => {
    const characters = [...texts[index]];
    for (const node of nodes) node.data = characters.splice(0, [...node.data].length).join("");
  });
}
