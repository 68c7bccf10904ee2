import { expect, test } from 'vitest';
import { importFaults } from '../../tools/import-rules.ts';

const from = (path: string, name: string) => importFaults(path, `import { x } from '${name}';`);

test.each([
  [
    'src/features/interest/submit-interest.ts',
    '../activities/activities.ts',
    'the feature interest never imports the feature activities',
  ],
  [
    'src/features/interest/interest.actions.ts',
    '../activities/book.ts',
    'the feature interest never imports the feature activities',
  ],
  ['src/features/interest/interest.actions.ts', 'react', 'action never imports react'],
  ['src/features/interest/interest.actions.ts', '../../ui/Button.astro', 'action never imports ui'],
  ['src/features/interest/submit-interest.ts', 'astro:actions', 'use case never imports astro:actions'],
  ['src/features/interest/interest.queries.ts', 'react', 'use case never imports react'],
  ['src/features/interest/interest.queries.ts', './interest.actions.ts', 'use case never imports action'],
  ['src/features/interest/interest.schema.ts', '../../shared/db/client.ts', 'shape never imports database'],
  ['src/features/interest/Form.tsx', '../../shared/db/client.ts', 'island never imports database'],
  ['src/features/interest/Form.tsx', '../../shared/env.ts', 'island never imports database'],
  ['src/features/interest/Form.tsx', './submit-interest.ts', 'island never imports use case'],
  ['src/features/interest/proof.client.ts', 'node:crypto', 'island never imports node:crypto'],
  ['src/features/interest/Form.tsx', '@supabase/supabase-js', 'island never imports @supabase/supabase-js'],
  ['src/features/interest/Form.astro', '../../layouts/Page.astro', 'component never imports layout'],
  ['src/features/interest/interest.mail.tsx', '../../ui/Button.astro', 'mail never imports ui'],
  ['src/shared/mail/Frame.tsx', '../../features/interest/interest.text.ts', 'mail frame never imports shape'],
  ['src/shared/http/csp.ts', '../mail/Frame.tsx', 'shared never imports mail frame'],
  ['src/shared/http/csp.ts', '../../features/interest/interest.ts', 'shared never imports use case'],
  ['src/shared/db/client.ts', '../../features/interest/interest.ts', 'database never imports use case'],
  ['src/ui/Button.astro', '../features/interest/interest.text.ts', 'ui never imports shape'],
  ['src/ui/Dialog.tsx', '../shared/db/client.ts', 'ui never imports database'],
  ['src/ui/Dialog.tsx', '@supabase/supabase-js', 'ui never imports @supabase/supabase-js'],
  ['src/layouts/Page.astro', '../features/interest/interest.text.ts', 'layout never imports shape'],
  ['src/layouts/idle.client.ts', '../shared/env.ts', 'layout script never imports database'],
  ['src/layouts/idle.client.ts', 'node:crypto', 'layout script never imports node:crypto'],
  ['functions/jobs/send-outbox.ts', '../../src/pages/index.astro', 'functions never imports route'],
  ['functions/jobs/send-outbox.ts', 'astro:env/server', 'functions never imports astro:env/server'],
  ['functions/jobs/send-outbox.ts', 'react', 'functions never imports react'],
  ['src/pages/index.astro', '../../functions/jobs/send-outbox.ts', 'route never imports functions'],
  ['src/middleware.ts', '../supabase/local/start.ts', 'route never imports outside'],
  ['src/pages/api/halsa.ts', '../../../tests/support/chromium.ts', 'adapter never imports outside'],
  ['src/pages/index.astro', '../../supabase/local/start.ts', 'route never imports outside'],
  ['src/pages/index.ts', '../paths', '../paths is written without its extension'],
])('%s importing %s is a fault: %s', (path, name, fault) => {
  const source = path.endsWith('.astro') ? `---\nimport x from '${name}';\n---\n<p>hej</p>` : `import { x } from '${name}';`;
  expect(importFaults(path, source)).toEqual([expect.stringContaining(fault)]);
});

test.each([
  ['src/pages/intresseanmalan/index.astro', '../../features/interest/Form.astro'],
  ['src/pages/api/jobb/utkorg.ts', '../../../../functions/jobs/send-outbox.ts'],
  ['src/actions/index.ts', '../features/interest/interest.actions.ts'],
  ['src/features/interest/interest.actions.ts', 'astro:actions'],
  ['src/features/interest/interest.actions.ts', './submit-interest.ts'],
  ['src/features/interest/submit-interest.ts', '../../shared/db/client.ts'],
  ['src/features/interest/interest.mail.tsx', 'react-email'],
  ['src/features/interest/interest.mail.tsx', '../../shared/mail/Frame.tsx'],
  ['src/features/interest/proof.client.ts', './proof.worker.ts?worker'],
  ['src/features/interest/Form.tsx', './interest.schema.ts'],
  ['src/features/interest/Form.astro', '../../ui/Field.astro'],
  ['src/shared/facts/facts.ts', '../../../content/facts.yml?raw'],
  ['functions/jobs/send-outbox.ts', '../../src/features/interest/interest.mail.tsx'],
  ['src/layouts/Page.astro', '../styles/base.css'],
  ['src/layouts/IdleWarning.astro', './idle.client.ts'],
])('%s may import %s', (path, name) => {
  expect(from(path, name)).toEqual([]);
});

test('a folder that is no floor of the house is a fault', () => {
  expect(importFaults('src/utils/dates.ts', '')).toEqual(['src/utils/dates.ts stands on no floor of the house']);
});

test('no way of importing escapes', () => {
  const path = 'src/shared/a.ts';
  const target = '../features/interest/interest.ts';
  const ways = [
    `import type { x } from '${target}';`,
    `export * from '${target}';`,
    `await import('${target}');`,
    `import '${target}';`,
  ];
  for (const way of ways) expect(importFaults(path, way)).toHaveLength(1);
  expect(importFaults('src/ui/A.astro', `<p>hej</p>\n<script>\nimport '${target}';\n</script>`)).toHaveLength(1);
});
