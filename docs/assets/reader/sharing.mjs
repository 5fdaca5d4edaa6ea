/**
 * A permanent address for each paragraph, and quoting with title and link.
 *
 * What is shown stands beside the text, never in it: what is copied or searched stays the text.
 */
import { paragraphs } from "./lines.mjs";

/** @param {Document} root */
export function mount(root) {
  const page = /** @type {HTMLElement | null} */ (root.querySelector(".text-page"));
  const text = /** @type {HTMLElement | null} */ (page?.querySelector(".source-text"));
  if (!page || !text) return undefined;
  const stop = new AbortController();
  const { signal } = stop;

  const said = document.createElement("p");
  said.className = "sharing-said";
  said.role = "status";
  const link = document.createElement("a");
  link.className = "sharing-link";
  const bar = document.createElement("div");
  bar.className = "sharing-bar";
  bar.hidden = true;
  bar.role = "group";
  bar.ariaLabel = "引用所选文字";
  bar.innerHTML = '<button type="button">复制引文</button><button type="button">复制链接</button>';
  text.after(bar, link, said);

  let hiding = 0;
  const copy = async (/** @type {string} */ what, /** @type {string} */ done) => {
    said.textContent = (await toClipboard(what)) ? done : "浏览器不允许复制";
    clearTimeout(hiding);
    hiding = window.setTimeout(() => (said.textContent = ""), 2500);
  };

  // One link moves along: hundreds of them would be hundreds of stops for the keyboard.
  /** @type {HTMLElement | undefined} */
  let pointed;
  const point = (/** @type {HTMLElement | null | undefined} */ paragraph) => {
    if (!paragraph || paragraph === pointed) return;
    pointed = paragraph;
    link.href = `#${paragraph.id}`;
    link.ariaLabel = `第 ${paragraph.id.slice(1)} 行的固定链接`;
    link.style.top = `${paragraph.getBoundingClientRect().top - page.getBoundingClientRect().top}px`;
    link.dataset.shown = "";
  };
  text.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") point(paragraphOf(/** @type {Node} */ (target)));
  }, { signal });
  page.addEventListener("pointerleave", () => {
    if (document.activeElement !== link) delete link.dataset.shown;
    pointed = undefined;
  }, { signal });
  link.href = "#text";
  link.ariaLabel = "段落的固定链接";
  // By the keyboard, that of the paragraph at the top of the window.
  link.addEventListener("focus", () => link.matches(":focus-visible") && point(paragraphs(text).find(inView)));
  link.addEventListener("blur", () => delete link.dataset.shown);
  link.addEventListener("click", () => copy(addressOf(link.hash), "已复制本段链接"));

  let timer = 0;
  const offer = () => {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const ours = range && text.contains(range.commonAncestorContainer) && `${selection}`.trim();
    bar.hidden = !ours;
    if (!range || !ours) return;
    const boxes = range.getClientRects();
    const end = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    const frame = page.getBoundingClientRect();
    bar.style.top = `${end.bottom - frame.top + 8}px`;
    bar.style.left = `${Math.max(0, Math.min(end.right - frame.left, frame.width) - bar.offsetWidth)}px`;
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = window.setTimeout(offer, 200);
  }, { signal });
  // Pressing a button must not let go of what is selected.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  const [quote, address] = bar.children;
  const here = () => {
    const start = /** @type {Selection} */ (getSelection()).getRangeAt(0).startContainer;
    return addressOf(`#${paragraphOf(start)?.id ?? "text"}`);
  };
  quote.addEventListener("click", () => copy(`${`${getSelection()}`.trim()}\n\n${sourceOf(page)}\n${here()}`, "已复制引文"));
  address.addEventListener("click", () => copy(here(), "已复制链接"));

  return () => {
    stop.abort();
    clearTimeout(timer);
    clearTimeout(hiding);
    for (const made of [bar, link, said]) made.remove();
  };
}

/** @param {Node} node @returns {HTMLElement | null | undefined} */
function paragraphOf(node) {
  return (node instanceof Element ? node : node.parentElement)?.closest(".source-text [id^=p]");
}

/** @param {Element} element */
function inView(element) {
  return element.getBoundingClientRect().bottom > 80;
}

/** The published address, which a copy on disk tells too. @param {string} hash */
function addressOf(hash) {
  const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return new URL(hash, published?.href ?? location.origin + location.pathname).href;
}

/** @param {HTMLElement} page */
function sourceOf(page) {
  const told = [...page.querySelectorAll(".text-head > span:not(.source), .text-head > time")];
  const details = told.map((part) => part.textContent?.trim()).filter(Boolean).join("，");
  return `——《${page.querySelector("h1")?.textContent?.trim()}》${details && `（${details}）`}`;
}

/** @param {string} text @returns {Promise<boolean>} */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed, or a page without TLS
  }
}
