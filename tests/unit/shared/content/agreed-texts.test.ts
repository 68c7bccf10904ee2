import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreedText, agreedTexts } from '../../../../src/shared/content/agreed-texts.ts';
import { readTexts } from '../../../../src/shared/content/read-content.ts';

const text = (head: string) => `---\n${head}\n---\nDet var en gång.\n`;
const agreed = 'titel: "Läxan"\nsamtycke: { givet: 2026-09-01, till: 2030-09-01 }';

test('every film and story in content/ is there under the name that its page has', () => {
  const root = new URL('../../../../', import.meta.url).pathname;
  const named = (kind: string, folder: string) => readTexts(root, folder).map(({ id }) => `${kind}/${id}`);
  const found = agreedTexts().map(({ kind, id }) => `${kind}/${id}`);
  expect(found.sort()).toEqual([...named('film', 'films'), ...named('story', 'stories')].sort());
  expect(found).toHaveLength(globSync('content/{films,stories}/**/*.mdx', { cwd: root }).length);
  expect(found.length).toBeGreaterThan(0);
});

test('a text says its title, until when, and whether it shows', () => {
  expect(agreedText('../../../content/films/laxan/index.mdx', text(agreed))).toEqual({
    ...{ kind: 'film', id: 'laxan', titel: 'Läxan', utkast: 'nej' },
    samtycke: { givet: '2026-09-01', till: '2030-09-01' },
  });
  expect(agreedText('../../../content/stories/lampan.mdx', text(`${agreed}\nutkast: ja\npubliceras: 2026-11-01`))).toMatchObject({
    ...{ kind: 'story', id: 'lampan', utkast: 'ja', publiceras: '2026-11-01' },
  });
});

test('what does not say until when is no text of these', () => {
  expect(() => agreedText('../../../content/films/laxan/index.mdx', text('titel: "Läxan"'))).toThrow('samtycke');
  expect(() => agreedText('../../../content/films/laxan/index.mdx', 'Det var en gång.')).toThrow('titel');
  expect(() => agreedText('../../../content/news/laxan.mdx', text(agreed))).toThrow('no film');
});
