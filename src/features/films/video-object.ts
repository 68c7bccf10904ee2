import { isoLength } from './film.ts';
import type { FilmData } from './films.schema.ts';

/** A film as search engines want to know it (schema.org VideoObject). Addresses are whole ones. */
export function videoObject(film: FilmData, at: { address: string; poster: string; file: string }) {
  return {
    '@type': 'VideoObject',
    name: film.titel,
    description: film.beskrivning,
    inLanguage: 'sv',
    duration: isoLength(film.langd),
    uploadDate: film.publiceras ?? film.samtycke.givet,
    thumbnailUrl: at.poster,
    contentUrl: film.fil.startsWith('https://') ? film.fil : at.file,
    url: at.address,
    transcript: film.manus.map(({ vem, sager, ser }) => (sager ? `${vem ? `${vem}: ` : ''}${sager}` : (ser ?? ''))).join(' '),
    hasPart: film.kapitel.map(({ tid, namn }, place) => ({
      '@type': 'Clip',
      name: namn,
      startOffset: tid,
      endOffset: film.kapitel[place + 1]?.tid ?? film.langd,
      url: `${at.address}#t${Math.floor(tid)}`,
    })),
  };
}
