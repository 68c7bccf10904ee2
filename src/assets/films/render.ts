/**
 * Renders the films of Min vardag anew: `node src/assets/films/render.ts vagen-hem laxan vantarna`.
 * Only for who changes a film: needs Chromium (or CHROME_PATH) and ffmpeg (Debian: apt-get install ffmpeg), which nothing else here does.
 * Eight or twelve drawings a second, each shown for three or two pictures. `--bild=12.5 out.png` lays one drawing only, to look at.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { TABLE } from './light.ts';
import { type Film, HEIGHT, WIDTH } from './paper.ts';
import { blankTape, wav } from './tape.ts';

/** Drawings a second: as many as the size allows, and an even part of the 24 pictures. */
const pace = ({ seconds }: Film) => (seconds > 40 ? 8 : 12);

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--force-color-profile=srgb'];
const root = join(import.meta.dirname, '../../..');

/** The long film stays below 1.5 MB, the short ones below 600 KB. */
const most = ({ seconds }: Film) => (seconds > 40 ? 1_490_000 : 595_000);

type Camera = { page: Page; shutter: CDPSession };

/** Lays a drawing on the table and photographs it when the browser has painted it. */
async function laid({ page, shutter }: Camera, svg: string): Promise<Buffer> {
  await page.locator('#film').evaluate((g, content) => {
    g.innerHTML = content;
    return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  }, svg);
  const { data } = await shutter.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return Buffer.from(data, 'base64');
}

async function photograph(camera: Camera, film: Film, to: string): Promise<void> {
  const takes = ['-f', 'image2pipe', '-framerate', `${pace(film)}`, '-i', '-'];
  const whole = [
    '-vf',
    'scale=out_color_matrix=bt709:out_range=tv,format=yuv444p',
    '-c:v',
    'libx264',
    '-qp',
    '0',
    '-preset',
    'ultrafast',
  ];
  const coder = spawn('ffmpeg', ['-v', 'error', '-y', ...takes, ...whole, to], { stdio: ['pipe', 'inherit', 'inherit'] });
  let before = '';
  let picture: Buffer = Buffer.alloc(0);
  for (let n = 0; n < film.seconds * pace(film); n++) {
    const svg = film.draw(n / pace(film));
    if (svg !== before) picture = await laid(camera, svg);
    before = svg;
    if (!coder.stdin.write(picture)) await once(coder.stdin, 'drain');
  }
  coder.stdin.end();
  await once(coder, 'close');
}

/** As fine as the size allows: six steps coarser halve the picture's bytes, so the next try is a good guess. */
function encode(film: Film, pictures: string, sound: string, out: string): number {
  const coder = ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'medium', '-tune', 'animation', '-g', '240'];
  const picture = ['-vf', 'fps=24,format=yuv420p', ...coder];
  const colour = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const voice = ['-c:a', 'aac', '-b:a', '64k', '-ac', '1', '-metadata', `title=${film.title}`, '-movflags', '+faststart'];
  const spoken = film.seconds * 8200;
  for (let coarse = 36; ; ) {
    const all = ['-map', '0:v', '-map', '1:a', ...picture, ...colour, '-crf', `${coarse}`, ...voice];
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', pictures, '-i', sound, ...all, out]);
    const { size } = statSync(out);
    if (size <= most(film)) return coarse;
    coarse += Math.max(1, Math.ceil(6 * Math.log2((size - spoken) / (most(film) - spoken))));
  }
}

async function film(camera: Camera, name: string): Promise<void> {
  const { film: scene } = (await import(`./${name}.scene.ts`)) as { film: Film };
  const room = mkdtempSync(join(tmpdir(), 'film-'));
  const out = join(root, 'content/films', name, 'film.mp4');
  try {
    const tape = blankTape(scene.seconds);
    scene.sound(tape);
    writeFileSync(join(room, 'sound.wav'), wav(tape.samples));
    await photograph(camera, scene, join(room, 'pictures.mkv'));
    const coarse = encode(scene, join(room, 'pictures.mkv'), join(room, 'sound.wav'), out);
    process.stdout.write(`${name}: ${scene.seconds} s, ${statSync(out).size} bytes, crf ${coarse}\n`);
  } finally {
    rmSync(room, { recursive: true });
  }
}

async function still(camera: Camera, name: string, times: string, to: string): Promise<void> {
  const { film: scene } = (await import(`./${name}.scene.ts`)) as { film: Film };
  for (const t of times.split(',')) writeFileSync(to.replace('%', t), await laid(camera, scene.draw(Number(t))));
}

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  await page.setContent(TABLE);
  await page.evaluate(() => document.fonts.ready);
  const camera = { page, shutter: await page.context().newCDPSession(page) };
  const [first = '', second = '', third = ''] = process.argv.slice(2);
  if (first.startsWith('--bild=')) await still(camera, second, first.slice(7), third);
  else for (const name of process.argv.slice(2)) await film(camera, name);
} finally {
  await browser.close();
}
