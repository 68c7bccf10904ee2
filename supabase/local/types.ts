import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { push, startHostedLike, supabaseCli } from './hosted-like.ts';

const FILE = fileURLToPath(new URL('../../src/shared/db/database.types.ts', import.meta.url));

/** The types of the migrated schema, as the Supabase CLI writes them, from a server made for the purpose. */
export async function generateTypes(): Promise<string> {
  const server = await startHostedLike();
  try {
    await push(server.url);
    const types = await supabaseCli('gen', 'types', '--schema', 'public', `--remote=${server.url}?sslmode=disable`);
    return formatted(types);
  } finally {
    await server.stop();
  }
}

/** As the rest of the code: a new column is then one new line. */
function formatted(types: string): string {
  const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));
  return execFileSync(biome, ['format', '--stdin-file-path=generated.ts'], { input: types, encoding: 'utf8' });
}

/** Whether the committed types are those of the migrations. */
export async function typesDiffer(): Promise<boolean> {
  return (await generateTypes()) !== (await readFile(FILE, 'utf8').catch(() => ''));
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) await writeFile(FILE, await generateTypes());
  else if (await typesDiffer()) {
    console.error('src/shared/db/database.types.ts stämmer inte med migreringarna. Kör "npm run types".');
    process.exitCode = 1;
  }
}
