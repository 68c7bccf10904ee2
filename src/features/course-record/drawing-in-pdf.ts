type Paper = Pick<
  PDFKit.PDFDocument,
  'save' | 'restore' | 'translate' | 'scale' | 'path' | 'fill' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin'
>;

/** By day: the colours that each class has in our drawings' own sheet. */
function coloursOf(svg: string): Map<string, string> {
  const day = svg.replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '');
  const rules = [...day.matchAll(/((?:\.[A-Za-z],?)+)\{color:(#[0-9a-f]{3,6})\}/g)];
  return new Map(rules.flatMap(([, names = '', colour = '']) => names.split(',').map((name) => [name.slice(1), colour])));
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/** Draws one of our drawings into a PDF, `width` wide with its upper left corner there. Their grain, which is a pattern, is left out. */
export function drawInPdf(paper: Paper, svg: string, { x, y, width }: { x: number; y: number; width: number }): void {
  const [left = 0, top = 0, across = 1] = attribute(svg, 'viewBox')?.split(' ').map(Number) ?? [];
  const colours = coloursOf(svg);
  const shapes = new Map([...svg.matchAll(/<path id="(\w)" d="([^"]*)"/g)].map(([, id = '', d = '']) => [id, d]));
  const body = svg.replace(/<defs>.*<\/defs>/s, '');
  paper.save();
  paper
    .translate(x, y)
    .scale(width / across)
    .translate(-left, -top);
  for (const [tag] of body.matchAll(/<(?:path|use) [^>]*>/g)) {
    const names = attribute(tag, 'class')?.split(' ') ?? [];
    const colour = names.map((name) => colours.get(name)).find(Boolean);
    const shape = attribute(tag, 'd') ?? shapes.get(attribute(tag, 'href')?.slice(1) ?? '');
    if (!colour || !shape || names.includes('g') || names.includes('h')) continue;
    if (!names.includes('v')) paper.path(shape).fill(colour);
    else
      paper
        .lineWidth(Number(attribute(tag, 'stroke-width') ?? 1))
        .lineCap('round')
        .lineJoin('round')
        .path(shape)
        .stroke(colour);
  }
  paper.restore();
}
