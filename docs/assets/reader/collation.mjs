/**
 * In the collation, each mark says what it is about: its kind, what stands in the source, what is proposed.
 * By pointer, by touch and by keyboard; the marks are in the order of tabs only while the collation is read.
 *
 * @param {Document} root
 */
export function mount(root) {
  const text = /** @type {HTMLElement | null} */ (root.querySelector(".source-text"));
  const marks = text?.querySelectorAll(".noise");
  if (!text || !marks?.length) return;
  const note = root.createElement("div");
  note.className = "noise-explained";
  note.id = "noise-explained";
  note.role = "tooltip";
  note.hidden = true;
  text.after(note);
  const done = new AbortController();

  /** @type {Element | null} */
  let explained = null;

  const hide = () => {
    explained?.removeAttribute("aria-describedby");
    explained = null;
    note.hidden = true;
  };
  /** @param {Event} event */
  const show = ({ target }) => {
    const mark = collating() ? /** @type {Element} */ (target).closest(".noise") : null;
    if (mark === explained) return;
    hide();
    if (!mark) return;
    explained = mark;
    mark.setAttribute("aria-describedby", note.id);
    note.textContent = explanation(mark, text);
    note.hidden = false;
    place(note, mark.getClientRects()[0]);
  };
  for (const type of ["pointerover", "focusin"]) text.addEventListener(type, show, done);
  for (const type of ["pointerleave", "focusout"]) text.addEventListener(type, hide, done);
  root.addEventListener("scroll", hide, { passive: true, signal: done.signal });
  root.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), done);

  const stops = () => {
    for (const mark of marks) mark.toggleAttribute("tabindex", false);
    if (collating()) for (const mark of marks) mark.setAttribute("tabindex", "0");
    hide();
  };
  const chosen = new MutationObserver(stops);
  chosen.observe(root.documentElement, { attributeFilter: ["data-reading"] });
  stops();

  return () => {
    done.abort();
    chosen.disconnect();
    note.remove();
  };
}

function collating() {
  return document.documentElement.dataset.reading === "collation";
}

/** @param {Element} mark @param {Element} text */
function explanation(mark, text) {
  const kind = mark.getAttribute("data-kind");
  const label = text.getAttribute(`data-${kind}`);
  const { before, after } = sides(mark);
  if (mark.tagName === "MARK") return `${label}：${before}，原字无从确定`;
  return `${label}：${before || "（无）"} → ${after || "（删去）"}`;
}

/** A replacement is two elements side by side. @param {Element} mark */
function sides(mark) {
  const [before, after] = mark.tagName === "INS" ? [partner(mark.previousSibling, "DEL"), mark] : [mark, partner(mark.nextSibling, "INS")];
  return { before: visible(before?.textContent ?? ""), after: after?.textContent ?? "" };
}

/** @param {Node | null} node @param {string} tag */
function partner(node, tag) {
  return node instanceof Element && node.matches(".noise") && node.tagName === tag ? node : null;
}

/** Characters without a shape are named by their code points. @param {string} text */
function visible(text) {
  return text.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === " " ? " " : `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")} `,
  );
}

/** Under the mark, or above where there is no room. @param {HTMLElement} note @param {DOMRect} box */
function place(note, box) {
  const { offsetWidth: width, offsetHeight: height } = note;
  const below = box.bottom + 6 + height <= innerHeight;
  note.style.top = `${below ? box.bottom + 6 : box.top - height - 6}px`;
  note.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
}
