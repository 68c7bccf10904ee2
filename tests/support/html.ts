import { expect, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    // Checkboxes of one question share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** The page as the browser holds it now, or a text of HTML: valid, or every fault with its line. */
export async function expectValidHtml(page: Page | string): Promise<void> {
  const html = typeof page === 'string' ? page : await page.content();
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `line ${line}: ${message} (${ruleId})`),
  );
  expect(faults, typeof page === 'string' ? 'HTML' : page.url()).toEqual([]);
}
