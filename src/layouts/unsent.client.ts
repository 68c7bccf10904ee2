/** All that stands in the page's forms and was not sent; with `all`, also in those that nobody has changed. */
export function unsentFields(all: boolean): FormData {
  const together = new FormData();
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
    if (!all && ![...form.elements].some(isChanged)) continue;
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') together.append(name, value);
  }
  return together;
}

/** Against what the page came with, not what it held when the script began: browsers put back what was typed on a reload. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLInputElement)
    return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return false;
}
