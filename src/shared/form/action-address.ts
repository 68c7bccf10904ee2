/** Where a form posts to: the page it stands on, query and all, with the action's own `?_action=…` added. */
export function actionAddress(page: string, action: { toString(): string }): string {
  const query = String(action).replace(/^\?/, '');
  return `${page}${page.includes('?') ? '&' : '?'}${query}`;
}
