const MOST_VALUES = 30;

/** The field's first text, and '' when it is missing or only files were sent under its name. */
export function field(form: FormData, name: string): string {
  return fields(form, name)[0] ?? '';
}

/** All texts sent under the name, in order, at most 30: a form with more was not ours. */
export function fields(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .slice(0, MOST_VALUES);
}
