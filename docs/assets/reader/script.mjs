/**
 * A text in the script that the reader asked for, data-script="hans" or "hant" on the root element. Its table
 * (reading_list/script_tables.py) is fetched only then. What is shown has as many characters as the text and goes
 * into the nodes that are there: marks stay, and so does every place. `reading-list:text-changed` tells others.
 *
 * @typedef {(text: string) => string} Convert
 * @typedef {{ own: string, phrases: Map<string, string | undefined>, lengths: number[] }} Group
 */

const LANGUAGES = { hans: "zh-Hans", hant: "zh-Hant" };
const NAMES = { hans: "简体", hant: "繁体" };
const SHOWN = "h1, nav.contents :is(summary, a), .source-text > p, nav.neighbours a";
const SLICE_MS = 10;

/** @type {Record<string, Promise<Convert>>} */
const fetched = {};

/** @param {Document} root */
export function mount(root) {
  const text = /** @type {HTMLElement | null} */ (root.querySelector(".text-page .source-text"));
  if (!text) return;
  const page = /** @type {HTMLElement} */ (text.closest(".text-page"));
  const own = text.lang;
  const note = page.appendChild(root.createElement("p"));
  note.className = "script-note";
  note.role = "status";
  /** @type {Map<Element, string[]>} What stood in the elements that are converted. */
  const kept = new Map();
  let turn = 0;

  const show = async () => {
    const mine = ++turn;
    const script = /** @type {"hans" | "hant"} */ (root.documentElement.dataset.script);
    note.textContent = "";
    if (kept.size) {
      kept.forEach((texts, element) => write(element, texts));
      kept.clear();
      changed(own);
    }
    if ((LANGUAGES[script] ?? own) !== own) {
      const late = setTimeout(() => (note.textContent = `正在载入${NAMES[script]}字表……`), 300);
      const convert = await (fetched[script] ??= load(script)).catch(() => delete fetched[script]);
      clearTimeout(late);
      // The reader may have chosen again in the meantime.
      if (mine !== turn) return;
      note.textContent = convert === true ? `${NAMES[script]}字表未能载入，文字仍为原样。` : "";
      if (convert !== true) convertAll(/** @type {Convert} */ (convert), LANGUAGES[script], mine);
    }
    text.setAttribute("data-settled", "");
  };

  /**
   * From what is in view on, then what is above.
   *
   * @param {Convert} convert @param {string} language @param {number} mine
   */
  const convertAll = async (convert, language, mine) => {
    const elements = [...page.querySelectorAll(SHOWN)];
    const above = elements.findIndex((element) => element.getBoundingClientRect().bottom > 0);
    elements.push(...elements.splice(0, above));
    for (let pause = performance.now() + SLICE_MS; elements.length; ) {
      const element = /** @type {Element} */ (elements.shift());
      kept.set(element, runs(element).map((nodes) => nodes.map(({ data }) => data).join("")));
      write(element, /** @type {string[]} */ (kept.get(element)).map(convert));
      if (performance.now() < pause) continue;
      await new Promise((resume) => setTimeout(resume));
      if (mine !== turn) return;
      pause = performance.now() + SLICE_MS;
    }
    changed(language);
  };

  /** @param {string} language */
  const changed = (language) => {
    page.lang = text.lang = language;
    root.dispatchEvent(new Event("reading-list:text-changed"));
  };

  const chosen = new MutationObserver(show);
  chosen.observe(root.documentElement, { attributeFilter: ["data-script"] });
  show();
  return () => {
    turn++;
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
    const phrases = new Map(entries.map((entry) => /** @type {[string, string?]} */ ((first + entry).split("="))));
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

/** Other features may have cut or joined the nodes meanwhile. @param {Element} element @param {string[]} texts */
function write(element, texts) {
  runs(element).forEach((nodes, index) => {
    const characters = [...texts[index]];
    for (const node of nodes) node.data = characters.splice(0, [...node.data].length).join("");
  });
}
