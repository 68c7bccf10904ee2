import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';

const [WIDTH, HEIGHT] = [1200, 630];

const font = () =>
  readFile(createRequire(`${process.cwd()}/`).resolve('@fontsource/young-serif/files/young-serif-latin-400-normal.woff'));

/** A drawing by day, on its own: the night's colours are asked for by a sign that the renderer does not know. */
const byDay = (svg: string) => svg.replace(/@media\(prefers-color-scheme:dark\)\{(?:[^{}]*\{[^{}]*\})*\}/g, '');
const address = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

type Element = { type: string; props: Record<string, unknown> };
const box = (style: object, children: unknown): Element => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/**
 * What shows where a page is shared: its name on snow beside its drawing. PNG, 1200 × 630, as Open Graph wants it. `drawing` and
 * `wordmark` are the SVG's text.
 */
export async function sharePicture(title: string, drawing: string, wordmark: string): Promise<Uint8Array<ArrayBuffer>> {
  const isScene = !/viewBox="0 0 240 240"/.test(drawing);
  const width = isScene ? 640 : 400;
  const size = title.length > 28 ? 64 : 80;
  const picture = {
    type: 'img',
    props: {
      src: address(byDay(drawing)),
      style: { width: isScene ? 640 : 400, height: isScene ? HEIGHT : 400, objectFit: 'cover' },
    },
  };
  const words = box({ flexDirection: 'column', justifyContent: 'space-between', padding: '64px 40px 64px 64px', flex: 1 }, [
    box({ fontSize: size, lineHeight: 1.05, color: '#14302b', letterSpacing: '-0.02em' }, title),
    { type: 'img', props: { src: address(wordmark), style: { width: 340, height: 55 } } },
  ]);
  const tree = box({ width: WIDTH, height: HEIGHT, background: '#fbfaf6' }, [
    words,
    box(
      {
        width,
        height: HEIGHT,
        alignItems: 'center',
        justifyContent: isScene ? 'flex-start' : 'center',
        marginRight: isScene ? 0 : 60,
      },
      [picture],
    ),
  ]);
  const svg = await satori(tree as never, {
    width: WIDTH,
    height: HEIGHT,
    fonts: [{ name: 'Young Serif', data: await font(), weight: 400 }],
  });
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH } }).render().asPng());
}
