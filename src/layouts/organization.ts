import wordmark from '../assets/wordmark.svg';
import { facts } from '../shared/facts/facts.ts';

/** GFO as search engines want to know it (schema.org Organization). */
export function organization(site: URL) {
  return {
    '@type': 'Organization',
    name: 'GFO familjehem',
    legalName: 'Kommunernas gemensamma familjehemsorganisation',
    parentOrganization: { '@type': 'Organization', name: 'Kommunförbundet Västernorrland' },
    url: site.href,
    logo: new URL(wordmark.src, site).href,
    email: facts.kontakt.epost,
    telephone: facts.kontakt.telefon,
    areaServed: facts.kommuner.map(({ namn }) => ({ '@type': 'AdministrativeArea', name: `${namn}s kommun` })),
    sameAs: ['https://www.instagram.com/familjehemgfo/'],
  };
}
