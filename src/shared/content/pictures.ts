import type { ImageMetadata } from 'astro';

const drawings = import.meta.glob<ImageMetadata>('../../assets/pictures/*.svg', { eager: true, import: 'default' });

/** One of our own drawings by its name in the texts. Throws when there is none. */
export function drawing(name: string): ImageMetadata {
  const found = drawings[`../../assets/pictures/${name}.svg`];
  if (!found) throw new Error(`src/assets/pictures: no drawing is called ${name}`);
  return found;
}

/** A scene fills its side of the page; a small picture stands beside the words. */
export const isScene = ({ width }: ImageMetadata): boolean => width > 600;
