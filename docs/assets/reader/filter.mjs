/**
 * Sorting and filtering a list, and taking the reading record along as a file.
 *
 * A list page holds a hundred rows, but who filters means the whole list. So the first use loads the catalogue
 * of the site (catalogue.json), and the page shows what of it fits. What is chosen stands in the address.
 *
 * @typedef {{slug: string, title: string, type: string, date: string, collection: string, language: string, details: string}} Entry
 * @typedef {{types: Record<string, string>, texts: Entry[]}} Catalogue
 */
import * as places from "./places.mjs";

const LENGTH = 100; // rows shown at a time, as lists.py
const collator = new Intl.Collator("zh", { numeric: true });
const SCRIPTS = { "zh-Hans": "简体", "zh-Hant": "繁体" };
const STATUS = { unread: "未读", reading: "在读", read: "已读" };

/** Each filter: its label and what a text is by it. @type {Record<string, [string, (entry: Entry) => string]>} */
const FILTERS = {
  type: ["分类", (entry) => entry.type],
  collection: ["合集", (entry) => entry.collection],
  year: ["年份", (entry) => entry.date.slice(0, 4)],
  script: ["文字", (entry) => entry.language],
  status: ["状态", (entry) => places.status(places.get(entry.slug))],
};

/** @type {Record<string, [string, (one: Entry, other: Entry) => number]>} */
const ORDERS = {
  new: ["日期，新的在前", (one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0)],
  old: ["日期，旧的在前", (one, other) => collator.compare(one.date || "9", other.date || "9")],
  title: ["标题", (one, other) => collator.compare(one.title, other.title)],
  recent: ["最近读过", (one, other) => (places.get(other.slug)?.time ?? 0) - (places.get(one.slug)?.time ?? 0)],
};

/** @type {Promise<Catalogue> | undefined} */
let loaded;

/** @param {Document} root */
export function mount(root) {
  const slot = /** @type {HTMLElement | null} */ (root.querySelector(".filter"));
  if (!slot) return undefined;
  const list = /** @type {HTMLElement | null} */ (siblingOf(slot, "ul.texts, ol.texts"));
  if (!list) return undefined;
  const whole = [...list.children];
  const numbers = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("nav.pages")]);
  slot.innerHTML = `<details><summary>筛选与排序</summary><form></form><p class="filter-record">阅读记录：
<button type="button">导出</button> <label>导入<input type="file" accept=".json,application/json"></label></p></details>
<p class="filter-count" role="status"></p>`;
  const [details, said] = /** @type {[HTMLDetailsElement, HTMLElement]} */ (/** @type {unknown} */ (slot.children));
  const form = /** @type {HTMLFormElement} */ (slot.querySelector("form"));
  const more = document.createElement("button");
  more.type = "button";
  more.className = "filter-more";

  const show = (/** @type {Element[]} */ rows) => {
    list.replaceChildren(...rows);
    dispatchEvent(new Event("listed")); // others say in them what is read, or convert them
  };

  const open = async () => {
    if (form.elements.length) return;
    try {
      const { types, texts } = await (loaded ??= load());
      const own = texts.filter((text) => belongs(text, slot));
      form.innerHTML = controls(own, types, list.tagName === "OL");
      const asked = new URLSearchParams(location.search);
      for (const select of form.querySelectorAll("select")) {
        const value = asked.get(select.name);
        if ([...select.options].some((option) => option.value === value)) select.value = value ?? "";
      }
      form.addEventListener("change", () => apply(own, LENGTH));
      form.addEventListener("reset", () => setTimeout(() => apply(own, LENGTH)));
      if (`${asked}`) apply(own, LENGTH);
    } catch {
      loaded = undefined;
      said.textContent = "目录没有载入，请检查网络后再试";
    }
  };

  const apply = (/** @type {Entry[]} */ own, /** @type {number} */ length) => {
    const chosen = [...new FormData(form)].map(([name, value]) => [name, `${value}`]).filter(([, value]) => value);
    const asked = new URLSearchParams(chosen);
    history.replaceState(history.state, "", `${location.pathname}${chosen.length ? `?${asked}` : ""}`);
    for (const nav of numbers) nav.hidden = chosen.length > 0;
    more.remove();
    said.textContent = "";
    if (!chosen.length) return show(whole);
    let found = own.filter((entry) => chosen.every(([name, value]) => name === "sort" || FILTERS[name][1](entry) === value));
    const order = asked.get("sort") ?? (list.tagName === "OL" ? "" : "new");
    if (order) found = found.toSorted(ORDERS[order][1]);
    show(found.slice(0, length).map((entry) => rowOf(entry, own.indexOf(entry) + 1)));
    said.textContent = found.length ? `符合的有 ${found.length} 篇` : "没有符合的文章";
    if (found.length <= length) return;
    more.textContent = `再显示 ${Math.min(LENGTH, found.length - length)} 篇`;
    more.onclick = () => {
      apply(own, length + LENGTH);
      /** @type {HTMLElement | null} */ (list.children[length].querySelector("a"))?.focus();
    };
    list.after(more);
  };

  details.addEventListener("toggle", () => details.open && open());
  slot.querySelector(".filter-record button")?.addEventListener("click", save);
  const file = /** @type {HTMLInputElement} */ (slot.querySelector("input[type=file]"));
  file.addEventListener("change", async () => {
    try {
      const { taken, kept, refused } = places.merge((await file.files?.[0].text()) ?? "");
      const others = `${kept ? `，${kept} 篇本机的更新` : ""}${refused ? `，${refused} 条无法识别` : ""}`;
      said.textContent = `导入了 ${taken} 篇的阅读记录${others}`;
    } catch {
      said.textContent = "这不是阅读记录文件";
    }
    file.value = "";
    dispatchEvent(new Event("listed"));
  });
  const asked = new URLSearchParams(location.search);
  details.open = ["sort", ...Object.keys(FILTERS)].some((name) => asked.has(name));

  return () => {
    more.remove();
    slot.replaceChildren();
    list.replaceChildren(...whole);
  };
}

/** A page from disk may fetch nothing, and has it from its script (offline.py). @returns {Promise<Catalogue>} */
async function load() {
  const { catalogue } = /** @type {any} */ (globalThis);
  return catalogue ?? (await fetch(new URL("catalogue.json", places.base))).json();
}

/** @param {Element} slot @param {string} selector */
function siblingOf(slot, selector) {
  let next = slot.nextElementSibling;
  while (next && !next.matches(selector)) next = next.nextElementSibling;
  return next;
}

/** @param {Entry} entry @param {HTMLElement} slot */
function belongs(entry, { dataset: { type, collection } }) {
  return (!type || entry.type === type) && (!collection || entry.collection === collection);
}

/** The selects that there is a choice in. @param {Entry[]} own @param {Record<string, string>} types @param {boolean} ordered */
function controls(own, types, ordered) {
  /** @type {Record<string, string>} */
  const names = { ...types, ...SCRIPTS, ...STATUS };
  const selects = Object.entries(FILTERS).map(([name, [label, valueOf]]) => {
    const counts = new Map();
    for (const entry of own) counts.set(valueOf(entry), (counts.get(valueOf(entry)) ?? 0) + 1);
    const choice = counts.size > 1;
    counts.delete("");
    const values = name === "status" ? Object.keys(STATUS) : [...counts.keys()].sort(collator.compare);
    if (name === "year") values.reverse();
    // How many are read changes while one reads.
    const options = values.map((value) => [value, names[value] ?? value, name === "status" ? "" : ` (${counts.get(value)})`]);
    return choice || name === "status" ? select(name, label, "全部", options) : "";
  });
  const orders = Object.entries(ORDERS).map(([name, [label]]) => [name, label, ""]);
  if (!ordered) orders.shift();
  return `${selects.join("")}${select("sort", "排序", ordered ? "原有次序" : "日期，新的在前", orders)}<button type="reset">清除</button>`;
}

/** @param {string} name @param {string} label @param {string} none @param {string[][]} options */
function select(name, label, none, options) {
  const rest = options.map(([value, text, count]) => `<option value="${escape(value)}">${escape(text + count)}`);
  return `<label>${label}<select name="${name}"><option value="">${none}</option>${rest.join("")}</select></label>`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A row as lists.py writes it. @param {Entry} entry @param {number} number */
function rowOf({ slug, title, language, details }, number) {
  const row = document.createElement("li");
  row.value = number;
  row.dataset.slug = slug;
  row.innerHTML = `<a href="${places.address(slug)}" lang="${language}">${escape(title)}</a><span class="details">${escape(details)}</span>`;
  return row;
}

function save() {
  const file = new Blob([places.exported()], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "阅读记录.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
