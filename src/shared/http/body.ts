import { paths } from '../../paths.ts';

/** In bytes. Ten thousand characters in a question are at most 120 KB as a form writes them, and must reach their limit's own message. */
export const LARGEST_BODY = 200 * 1024;
/** In bytes, of a form with a file: more than a file may hold, so that its own message says what is wrong with it. */
export const LARGEST_UPLOAD = 4 * 1024 * 1024;

/** Pages whose form brings a file, which is not always UTF-8. */
const UPLOADS: readonly string[] = [paths.desk.newFile()];

/** In bytes, of what may be sent to that page. */
export const largestBody = (pathname: string) => (UPLOADS.includes(pathname) ? LARGEST_UPLOAD : LARGEST_BODY);

const FORM = 'application/x-www-form-urlencoded';
const ACCEPTED = [FORM, 'multipart/form-data', 'application/json'];

/** The status that a body deserves which we do not take, undefined for one that we do. Leaves the request unread. */
export async function bodyFault(request: Request): Promise<400 | 413 | 415 | undefined> {
  const { pathname } = new URL(request.url);
  const limit = largestBody(pathname);
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) return 413;
  const read = await readAtMost(request.clone().body, limit);
  if (typeof read === 'number') return read;
  if (read.byteLength === 0) return undefined;
  const given = request.headers.get('content-type') ?? '';
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ACCEPTED.includes(type) || !isUtf8(given)) return 415;
  const strict = !(UPLOADS.includes(pathname) && type === 'multipart/form-data');
  return (await isReadable(read, type, given, strict)) ? undefined : 400;
}

function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

async function isReadable(bytes: Uint8Array<ArrayBuffer>, type: string, contentType: string, strict: boolean): Promise<boolean> {
  try {
    const text = new TextDecoder('utf-8', { fatal: strict }).decode(bytes);
    if (type === 'application/json') JSON.parse(text);
    // Decoding is strict here: what is not UTF-8 would otherwise be stored as question marks.
    else if (type === FORM) decodeURIComponent(text.replaceAll('+', ' '));
    else await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    return true;
  } catch {
    return false;
  }
}

/**
 * Counts what really comes: a declared length is only a claim. What is left over is not cancelled: that would cut the line
 * before the answer is through it.
 */
async function readAtMost(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array<ArrayBuffer> | 400 | 413> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      size += next.value.byteLength;
      if (size > limit) return 413;
      chunks.push(next.value);
    }
  } catch {
    return 400;
  }
  return Uint8Array.from(Buffer.concat(chunks));
}
