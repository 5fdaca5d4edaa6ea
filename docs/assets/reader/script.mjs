/**
 * The text of a page in the script that the reader asked for. The other script lies beside the page
 * (reading_list/conversion.py) and is fetched only then. It has as many characters, so it goes into the nodes
 * that are there: marks stay, and so does every place in the text.
 *
 * @param {Document} root
 */
export function mount(root) {
  const text = /** @type {HTMLElement | null} */ (root.querySelector(".source-text"));
  if (!text) return;
  const { dataset } = root.documentElement;
  const page = /** @type {HTMLElement} */ (text.closest(".text-page"));
  const own = text.lang;
  const address = new URL("script.json", location.href);
  const wanted = () => ({ hans: "zh-Hans", hant: "zh-Hant" })[dataset.script ?? ""] ?? own;
  /** @type {Promise<string[] | null> | undefined} */
  let fetched;
  /** @type {Map<Text, string> | null} What stood in the nodes that were converted. */
  let kept = null;
  let mounted = true;

  const show = async () => {
    const lines = wanted() === own ? null : await (fetched ??= load(address));
    if (!mounted) return;
    // The reader may have chosen again in the meantime.
    if (wanted() === own || !lines) {
      kept?.forEach((data, node) => (node.data = data));
      kept = null;
    } else {
      kept ??= convert(page, lines);
    }
    page.lang = text.lang = kept ? wanted() : own;
    text.setAttribute("data-settled", "");
  };

  const chosen = new MutationObserver(show);
  chosen.observe(root.documentElement, { attributeFilter: ["data-script"] });
  show();
  return () => {
    mounted = false;
    chosen.disconnect();
  };
}

/** @param {URL} address @returns {Promise<string[] | null>} nothing where the text cannot be had */
async function load(address) {
  try {
    return await (await fetch(address)).json();
  } catch {
    return null;
  }
}

/** @param {HTMLElement} page @param {string[]} lines */
function convert(page, lines) {
  /** @type {Map<Text, string>} */
  const kept = new Map();
  page.querySelectorAll("h1, nav.contents a, .source-text > p").forEach((element, index) => {
    const nodes = clean(element);
    const characters = [...(lines[index] ?? "")];
    if (nodes.reduce((length, { data }) => length + [...data].length, 0) !== characters.length) return;
    for (const node of nodes) {
      kept.set(node, node.data);
      node.data = characters.splice(0, [...node.data].length).join("");
    }
  });
  return kept;
}

/** The nodes of an element's clean text. @param {Element} element */
function clean(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest("del")) nodes.push(node);
  }
  return nodes;
}
