import { posix } from 'node:path';
import ts from 'typescript';
import { featureOf, RULES, type RuledRoom, roomOf } from './floors.ts';

/** What is wrong with a file's imports, a sentence each. `path` is from the repository's root, with forward slashes. */
export function importFaults(path: string, source: string): string[] {
  const room = roomOf(path);
  if (room === 'outside' || room === 'content') return path.startsWith('src/') ? [`${path} stands on no floor of the house`] : [];
  return importsOf(path, source).flatMap((name) => {
    const fault = name.startsWith('.') ? insideFault(path, room, name) : packageFault(room, name);
    return fault ? [`${path}: ${fault}`] : [];
  });
}

function packageFault(room: RuledRoom, name: string): string | undefined {
  return RULES[room].never.some((pattern) => pattern.test(name)) ? `${room} never imports ${name}` : undefined;
}

function insideFault(from: string, room: RuledRoom, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const there = roomOf(target);
  const [feature, other] = [featureOf(from), featureOf(target)];
  if (posix.extname(target) === '') return `${specifier} is written without its extension`;
  if (feature && other && feature !== other) return `the feature ${feature} never imports the feature ${other}`;
  if (!RULES[room].may.includes(there)) return `${room} never imports ${there} (${target})`;
  return undefined;
}

function importsOf(path: string, source: string): string[] {
  const code = path.endsWith('.astro') ? scriptsOf(source) : source;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

function scriptsOf(astro: string): string {
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(astro)?.[1] ?? '';
  const scripts = [...astro.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
  return [frontmatter, ...scripts].join('\n');
}
