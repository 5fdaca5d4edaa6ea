/**
 * What the box shows beside Material's own results: above them one chip for each type and collection among the pages
 * found, and in those results that came without their text (answer.mjs) the text.
 */

const CHIPS = 6;

/** @type {ReturnType<typeof prepare> | undefined} */
let prepared;

/** What shows a result; a page that is opened to be read loads none of it. */
async function prepare() {
  const [{ loader, open }, shown] = await Promise.all([import("./engine.mjs"), import("./result.mjs")]);
  return { ...(await open(loader())), ...shown };
}

/** Stands as the title of a result, and puts the teaser behind that title. */
class SearchHit extends HTMLElement {
  async connectedCallback() {
    const link = /** @type {HTMLAnchorElement} */ (this.closest("a"));
    const phrases = new URL(link.href).searchParams.getAll("h").map((phrase) => [...phrase]);
    prepared ??= prepare();
    const { folding, page, renderTeaser, renderTitle } = await prepared;
    const found = await page(Number(this.dataset.page), Number(this.dataset.place));
    this.innerHTML = renderTitle(found, phrases, folding);
    this.parentElement?.insertAdjacentHTML("afterend", renderTeaser(found, phrases, folding));
  }
}

if (!customElements.get("search-hit")) customElements.define("search-hit", SearchHit);

/**
 * @param {Document} root
 * @returns {(() => void) | void}
 */
export function mount(root) {
  const input = root.querySelector("input[data-md-component=search-query]");
  const results = root.querySelector("[data-md-component=search-result]");
  if (!(input instanceof HTMLInputElement) || !results) return;
  const bar = root.createElement("div");
  bar.className = "search-chips";
  results.before(bar);
  const channel = new BroadcastChannel("reading-list-search");
  channel.addEventListener("message", ({ data }) => {
    if (data.query === input.value.trim()) bar.replaceChildren(...describe(data, input));
  });
  // The theme listens to keys alone: what is pasted, dictated or composed is to be found, too.
  const asked = new AbortController();
  const ask = () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  for (const type of ["input", "compositionend"]) input.addEventListener(type, ask, { signal: asked.signal });
  return () => {
    asked.abort();
    channel.close();
    bar.remove();
  };
}

/**
 * @param {import("./answer.mjs").Summary} summary
 * @param {HTMLInputElement} input
 * @returns {Node[]}
 */
function describe({ query, count, pinyin, facets }, input) {
  if (!query) return [];
  const total = document.createElement("span");
  total.className = "search-count";
  total.textContent = `${count} 篇${pinyin ? "，标题拼音相合" : ""}`;
  const chips = Object.entries(facets).flatMap(([label, facet]) =>
    facet.slice(0, CHIPS).map(({ name, count: often }) => {
      const term = `${label}:${/\s/.test(name) ? `"${name}"` : name}`;
      const chip = document.createElement("button");
      const pressed = ` ${query} `.includes(` ${term} `);
      chip.type = "button";
      chip.textContent = `${name} ${often}`;
      chip.setAttribute("aria-pressed", String(pressed));
      chip.addEventListener("click", () => {
        const rest = ` ${query} `.replace(new RegExp(` ${label}:("[^"]*"|\\S+)(?= )`, "g"), "").trim();
        input.value = pressed ? rest : `${rest} ${term}`;
        input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
        input.focus();
      });
      return chip;
    }));
  return [total, ...chips];
}
