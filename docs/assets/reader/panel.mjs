/**
 * The reader's panel: a dialog of labelled groups of choices, which take effect at once and last. A choice stands as a
 * data- attribute on the root element, where stylesheets read it; the usual option is what they show without one, and
 * has no attribute. A line in overrides/main.html sets the attributes before the first paint.
 *
 * @typedef {{name: string, label: string, usual: string, options: Record<string, string>}} Choice
 */

/** @type {Choice[]} */
const CHOICES = [
  { name: "reading", label: "正文", usual: "clean", options: { clean: "净读", collation: "校勘", source: "原文" } },
  { name: "pinyin", label: "注音", usual: "hide", options: { hide: "隐藏", show: "显示" } },
  { name: "script", label: "简繁", usual: "source", options: { source: "原样", hans: "简体", hant: "繁体" } },
  {
    name: "size",
    label: "字号",
    usual: "medium",
    options: { smallest: "最小", small: "小", medium: "中", large: "大", largest: "最大" },
  },
  { name: "leading", label: "行距", usual: "normal", options: { tight: "紧", normal: "中", loose: "松" } },
  { name: "measure", label: "行长", usual: "normal", options: { narrow: "短", normal: "中", wide: "长" } },
  { name: "font", label: "字体", usual: "song", options: { song: "宋体", hei: "黑体", kai: "楷体" } },
  { name: "theme", label: "底色", usual: "auto", options: { auto: "自动", light: "浅色", sepia: "米黄", dark: "深色" } },
];

const KEY = "reading-list.choices";

/** @param {Document} root */
export function mount(root) {
  const button = root.querySelector(".panel-button");
  if (!button) return;
  const panel = dialog();
  const open = () => {
    for (const choice of CHOICES) input(panel, choice.name, chosen(choice)).checked = true;
    panel.showModal();
  };
  button.addEventListener("click", open);
  root.body.append(panel);
  return () => {
    button.removeEventListener("click", open);
    panel.remove();
  };
}

function dialog() {
  const panel = document.createElement("dialog");
  panel.className = "panel";
  panel.setAttribute("aria-labelledby", "panel-title");
  panel.innerHTML = `
    <form method="dialog">
      <header>
        <h2 id="panel-title">阅读设置</h2>
        <button type="reset">恢复默认</button>
        <button type="submit">完成</button>
      </header>
      ${CHOICES.map(group).join("")}
    </form>`;
  panel.addEventListener("change", ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    const choice = CHOICES.find((one) => one.name === name);
    if (choice) choose(choice, value);
  });
  panel.addEventListener("reset", reset);
  panel.addEventListener("click", ({ target }) => {
    // The dialog's own box is behind its form: only its backdrop is left to be hit.
    if (target === panel) panel.close();
  });
  return panel;
}

/** @param {Choice} choice */
function group({ name, label, usual, options }) {
  const radios = Object.entries(options).map(
    ([value, text]) => `
      <label><input type="radio" name="${name}" value="${value}"${value === usual ? " checked" : ""}>${text}</label>`,
  );
  return `<fieldset><legend>${label}</legend><div>${radios.join("")}</div></fieldset>`;
}

/** @param {HTMLElement} panel @param {string} name @param {string} value */
function input(panel, name, value) {
  return /** @type {HTMLInputElement} */ (panel.querySelector(`[name="${name}"][value="${value}"]`));
}

/** The option that is chosen. @param {Choice} choice */
function chosen({ name, usual, options }) {
  const value = document.documentElement.dataset[name];
  return value && value in options ? value : usual;
}

/** Choose an option, now and for later visits. @param {Choice} choice @param {string} value */
function choose({ name, usual }, value) {
  const { dataset } = document.documentElement;
  if (value === usual) delete dataset[name];
  else dataset[name] = value;
  keep();
}

/** Back to what is shown without a choice. */
function reset() {
  for (const { name } of CHOICES) delete document.documentElement.dataset[name];
  keep();
}

function keep() {
  const { dataset } = document.documentElement;
  const kept = CHOICES.flatMap(({ name }) => (dataset[name] ? [[name, dataset[name]]] : []));
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A browser that keeps nothing shows the choice until the page is left.
  }
}
