/** What of the listed texts is unread, being read or read, and the card that leads back to the very line. */
import * as places from "./places.mjs";

/** @param {Document} root */
export function mount(root) {
  if (!root.querySelector(".texts, .shelves")) return undefined;
  const stop = new AbortController();
  const show = () => {
    const all = places.all();
    for (const row of root.querySelectorAll(".texts > li[data-slug]")) mark(/** @type {HTMLElement} */ (row));
    for (const row of root.querySelectorAll("li[data-count]")) count(/** @type {HTMLElement} */ (row), all);
    const card = /** @type {HTMLElement | null} */ (root.querySelector(".continue"));
    if (card) fill(card, all, root);
  };
  show();
  // Another window reads, a file is imported, a list is filtered, the way back shows the page as it was left.
  addEventListener("storage", show, { signal: stop.signal });
  addEventListener("listed", show, { signal: stop.signal });
  addEventListener("pageshow", (event) => event.persisted && show(), { signal: stop.signal });
  return () => {
    stop.abort();
    for (const made of root.querySelectorAll("li > .status")) made.remove();
    root.querySelector(".continue")?.replaceChildren();
  };
}

/** Say the status of a text in its row. @param {HTMLElement} row */
function mark(row) {
  const place = places.get(row.dataset.slug ?? "");
  say(row, places.status(place), places.label(place), place?.part ?? 0);
}

/** Say in a collection's row how many of its texts are read. @param {HTMLElement} row @param {[string, places.Place][]} all */
function count(row, all) {
  const { started, read } = progress(row.dataset.collection ?? "", all);
  const total = Number(row.dataset.count);
  const kind = read >= total ? "read" : started ? "reading" : "unread";
  say(row, kind, kind === "unread" ? "未读" : `已读 ${read}/${total}`, read / total);
}

/** @param {HTMLElement} row @param {string} kind @param {string} label @param {number} part */
function say(row, kind, label, part) {
  const status = row.querySelector(".status") ?? document.createElement("span");
  status.className = `status ${kind}`;
  status.textContent = label;
  row.style.setProperty("--part", kind === "reading" ? `${Math.round(part * 100)}%` : "0%");
  if (!status.parentElement) row.append(status);
}

/** @param {string} collection @param {[string, places.Place][]} all */
function progress(collection, all) {
  const own = all.filter(([, place]) => place.collection === collection);
  return {
    started: own.some(([, place]) => places.status(place) !== "unread"),
    read: own.filter(([, place]) => place.read).length,
    latest: own.find(([, place]) => !place.read),
  };
}

/** @param {HTMLElement} card its place in the page @param {[string, places.Place][]} all @param {Document} root */
function fill(card, all, root) {
  const { collection, count: total } = card.dataset;
  const own = collection ? progress(collection, all) : undefined;
  const [slug, place] = (own ? own.latest : all.find(([, one]) => !one.read)) ?? [];
  const link = document.createElement("a");
  const parts = ["small", "strong", "span"].map((name) => document.createElement(name));
  if (slug && place) {
    link.href = places.address(slug, "#continue");
    parts[0].textContent = "继续阅读";
    parts[1].textContent = place.title;
    parts[2].textContent = place.part ? places.label(place) : "下一篇";
  } else if (own && !own.read) {
    const start = /** @type {HTMLAnchorElement | null} */ (root.querySelector("ol.texts a"));
    link.href = start?.href ?? "";
    parts[0].textContent = "从头开始";
    parts[1].textContent = start?.textContent ?? "";
  }
  if (own) parts[2].textContent = [parts[2].textContent, `已读 ${own.read}/${total} 篇`].filter(Boolean).join(" · ");
  link.append(...parts);
  card.replaceChildren(...(link.href ? [link] : own ? [parts[2]] : []));
}
