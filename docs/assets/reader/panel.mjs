import { CHOICES, choose, chosen, reset } from "./choices.mjs";

/**
 * The reader's panel: a dialog of labelled groups of choices, which take effect at once and last.
 *
 * @param {Document} root
 */
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

/** @param {import("./choices.mjs").Choice} choice */
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
