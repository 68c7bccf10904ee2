import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll } from './layout.ts';
import { withScripting } from './scripting.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const GUISES = [
  { name: 'light', width: 390, media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', width: 390, media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', width: 390, media: { colorScheme: 'dark', forcedColors: 'active' } },
  { name: '320 px', width: 320, media: { colorScheme: 'light', forcedColors: 'none' } },
] as const;

const BEHIND_SIGN_IN = /^\/(mina-sidor|arbetsyta)(\/|$)/;

/**
 * The page as it stands, in every guise that it can be met in: no fault that axe can see, nothing to scroll sideways. A page
 * behind the sign-in wears the same clothes with scripts off as on, so there it is looked at once more in the narrowest alone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  await withScripting(page, async (subject) => {
    const seenAlready = test.info().project.use.javaScriptEnabled === false && BEHIND_SIGN_IN.test(new URL(page.url()).pathname);
    const guises = seenAlready ? GUISES.slice(-1) : GUISES;
    for (const { name, width, media } of guises) {
      await subject.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await subject.setViewportSize({ width, height: 844 });
      expect(await faultsOn(subject), `${page.url()} in ${name}`).toEqual([]);
      await expectNoSidewaysScroll(subject);
    }
  });
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
}
