import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

const TYPES: Record<string, string> = { mp4: 'video/mp4', vtt: 'text/vtt; charset=utf-8' };

/**
 * A file, or the part of it that a player asks for (a single `Range`): players seek with it, and Safari plays nothing without.
 * Undefined when there is no such file. `keep` is for how many seconds a shared cache may keep it.
 */
export async function fileAnswer(path: string, request: Request, keep: number): Promise<Response | undefined> {
  const found = await stat(path).catch(() => undefined);
  const type = TYPES[path.split('.').pop() ?? ''];
  if (!found?.isFile() || found.size === 0 || !type) return undefined;
  const etag = `"${found.size}-${Math.floor(found.mtimeMs)}"`;
  const headers = new Headers({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': `public, max-age=${keep}, s-maxage=${keep}`,
    ETag: etag,
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  // A part of another edition would be joined to what the player has of this one.
  const isSame = [null, etag].includes(request.headers.get('if-range'));
  const range = isSame ? rangeOf(request.headers.get('range'), found.size) : undefined;
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${found.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range ?? { from: 0, to: found.size - 1 };
  headers.set('Content-Length', String(to - from + 1));
  if (range) headers.set('Content-Range', `bytes ${from}-${to}/${found.size}`);
  const body =
    request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** What a `Range` header asks for of so many bytes. Undefined: all of it, also where several parts are asked for. */
export function rangeOf(header: string | null, size: number): { from: number; to: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from >= size || from > to || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { from, to };
}
