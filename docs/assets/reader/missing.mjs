/** On the page for broken addresses: what may be searched instead, the words of the address. */

/** @param {Document} root */
export function mount(root) {
  const input = /** @type {HTMLInputElement | null} */ (root.querySelector(".missing input"));
  if (!input) return;
  let path = location.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A broken address may be broken there, too.
  }
  const last = path.split("/").filter(Boolean).pop() ?? "";
  // A slug: folders, words, and at its end eight digits of a checksum.
  const words = last.replace(/\.(html?|txt|md)$/, "").replace(/-[0-9a-f]{8}$/, "").split(/[^\p{L}\p{N}]+/u);
  input.value = words.filter(Boolean).join(" ");
}
