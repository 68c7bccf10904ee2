import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { expectNoSidewaysScroll } from './layout.ts';
import { isScriptless, withScripting } from './scripting.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe asks: all that its rules know, or what another colour or another width alone can make wrong. */
const ALL: axe.RunOnly = { type: 'tag', values: TAGS };
const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const SIZES: axe.RunOnly = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

const GUISES = [
  { name: 'light', width: 390, media: { colorScheme: 'light', forcedColors: 'none' }, asks: ALL },
  { name: 'dark', width: 390, media: { colorScheme: 'dark', forcedColors: 'none' }, asks: COLOURS },
  { name: 'forced colours', width: 390, media: { colorScheme: 'dark', forcedColors: 'active' }, asks: COLOURS },
  { name: '320 px', width: 320, media: { colorScheme: 'light', forcedColors: 'none' }, asks: SIZES },
  { name: 'a wide window', width: 1280, media: { colorScheme: 'light', forcedColors: 'none' }, asks: ALL },
] as const;

/**
 * The page as it stands, in every guise that it can be met in: no fault that axe can see, nothing to scroll sideways. With scripts
 * off, once, unless something stands there for that alone: the same page is looked at with them on.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  const seenElsewhere = isScriptless() && (await page.locator('noscript').count()) === 0;
  await withScripting(page, async (subject) => {
    // Once for all guises: axe's own wrapper brings it along anew, and opens a window, for each look.
    await subject.evaluate(source);
    for (const { name, width, media, asks } of seenElsewhere ? GUISES.slice(0, 1) : GUISES) {
      await subject.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await subject.setViewportSize({ width, height: 844 });
      expect(await faultsOn(subject, asks), `${page.url()} in ${name}`).toEqual([]);
      await expectNoSidewaysScroll(subject);
    }
  });
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

/** The same in the first guise alone, for a page that is made of parts which are looked at elsewhere. */
export async function expectSeen(page: Page): Promise<void> {
  await withScripting(page, async (subject) => {
    await subject.evaluate(source);
    expect(await faultsOn(subject), page.url()).toEqual([]);
    await expectNoSidewaysScroll(subject);
  });
}

async function faultsOn(page: Page, asks = ALL): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run: typeof import('axe-core').run } };
    return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
  }, asks);
  return violations.map(({ id, help, nodes }: axe.Result) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
}
