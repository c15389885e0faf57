/** True for a key that is meant for a field, a dialog or the browser. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]):not([type=radio]), select, textarea, dialog") !== null;
}
