import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { contentFaults } from '../../src/content-check.ts';
import { said } from '../../src/shared/content/check.ts';
import { tempDir } from '../support/temp.ts';

// Each looks through all there is.
vi.setConfig({ testTimeout: 60_000 });

/** The content as it is, to spoil. */
async function copy(): Promise<string> {
  const root = await tempDir();
  for (const folder of ['content', 'src/pages', 'src/assets/pictures']) cpSync(folder, `${root}/${folder}`, { recursive: true });
  return root;
}

async function spoilt(file: string, from: string | RegExp, to: string): Promise<string[]> {
  const root = await copy();
  const before = readFileSync(`${root}/${file}`, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(`${root}/${file}`, after);
  return contentFaults(root).map(said);
}

test('what stands in content/ is without fault', () => expect(contentFaults('.').map(said)).toEqual([]));

test('a film without captions, and one whose captions say more than can be read, stops the building', async () => {
  const film = 'content/films/vagen-hem';
  expect((await spoilt(`${film}/index.mdx`, /^textning:.*\n/m, ''))[0]).toMatch(
    /vagen-hem\/index.mdx\n {3}textning: filmen måste vara textad/,
  );
  expect((await spoilt(`${film}/textning.vtt`, /Jag trodde/, 'Jag visste'))[0]).toMatch(/textning.vtt\n.*står inte i manus/);
});

test('a story without a consent, an amount without a source and a group that is not there stop it too', async () => {
  expect((await spoilt('content/stories/jag-dukade-fel.mdx', /^samtycke:.*\n/m, ''))[0]).toMatch(
    /samtycke: den som berättar måste ha sagt ja/,
  );
  expect((await spoilt('content/facts.yml', /\n +kalla: "SKR:s rekommendation för 2023"/, ''))[0]).toMatch(
    /content\/facts.yml[\s\S]*källa/,
  );
  expect((await spoilt('content/facts.yml', /- ar: 2023\n/, '- \n'))[0]).toMatch(/årtal saknas/);
  expect(
    (await spoilt('content/questions/grupper.yml', /id: pengarna/, 'id: pengar')).some((fault) =>
      /finns inte som grupp/.test(fault),
    ),
  ).toBe(true);
});

test('an amount stands nowhere but in facts.yml: not in a text’s head, and not in the self-check', async () => {
  expect((await spoilt('content/pages/jourhem.mdx', /^ingress: "?/m, '$&500 kronor. '))[0]).toMatch(
    /jourhem.mdx\n {3}ingress: ett belopp skrivs i content\/facts.yml/,
  );
  expect((await spoilt('content/self-check.yml', /tanka: "?/, '$&500 kr. '))[0]).toMatch(
    /self-check.yml\n.*rad \d.*: ett belopp skrivs/,
  );
});

test('a film that lies elsewhere shows only where the site may fetch from', async () => {
  const faults = await spoilt('content/films/utkast-mastern/index.mdx', 'utkast: ja', 'utkast: nej');
  expect(faults[0]).toMatch(/fil: filmen ligger på https:\/\/media.exempel.example.*MEDIA_ORIGIN/);
});

test('two questions of one name, a picture that is not there and a link to a draft stop it', async () => {
  const root = await copy();
  cpSync(`${root}/content/questions/pengarna/vad-far-vi.mdx`, `${root}/content/questions/stod/vad-far-vi.mdx`);
  expect(contentFaults(root).map(said)).toEqual([expect.stringMatching(/vad-far-vi.mdx\n {3}filens namn: finns redan/)]);
  expect((await spoilt('content/pages/jourhem.mdx', 'fil: natten', 'fil: dagen'))[0]).toMatch(
    /bild → fil: det finns ingen bild som heter dagen/,
  );
  const drafted = await spoilt('content/pages/ersattning.mdx', '---\n', '---\nutkast: ja\n');
  expect(drafted.some((fault) => /länken \/ersattning leder ingenstans/.test(fault))).toBe(true);
});

test('a dead link is found wherever it stands', async () => {
  expect((await spoilt('content/pages/kontakt.mdx', '(/kommuner)', '(/komuner)'))[0]).toMatch(
    /kontakt.mdx\n {3}rad \d+: länken \/komuner leder ingenstans/,
  );
});
