/** Every internal link is made here, so that a renamed page is one change and a campaign's name is never lost on the way. */

/** A campaign's name as it stands in an address (`?k=`): lower-case letters, digits and hyphens, at most 40. */
const CAMPAIGN = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function campaignFrom(url: URL): string | undefined {
  const name = url.searchParams.get('k')?.trim().toLowerCase();
  return name && CAMPAIGN.test(name) ? name : undefined;
}

function to(path: string, query: Record<string, string | undefined> = {}): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

export const INTEREST_STEPS = ['start', 'hemmet', 'kontakt', 'sammanfattning'] as const;
export type InterestStep = (typeof INTEREST_STEPS)[number];

/** The public pages' addresses. `campaign` is what `campaignFrom` gave; `sealed` is the form's own sealed answers. */
export const paths = {
  home: (campaign?: string) => to('/', { k: campaign }),
  interest: (campaign?: string) => to('/intresseanmalan', { k: campaign }),
  /** `mend`: the page is shown again with what has to be mended, which it reads out of the sealed answers by itself. */
  interestStep: (step: InterestStep, sealed: string, mend = false) =>
    to(step === 'start' ? '/intresseanmalan' : `/intresseanmalan/${step}`, { a: sealed, fel: mend ? '1' : undefined }),
  interestElsewhere: (campaign?: string) => to('/intresseanmalan/annan-kommun', { k: campaign }),
  interestDone: (sealed: string) => to('/intresseanmalan/tack', { a: sealed }),
  interestProof: (draftId: string) => to('/api/bevis', { n: draftId }),
  privacy: (campaign?: string) => to('/personuppgifter', { k: campaign }),
  accessibility: (campaign?: string) => to('/tillganglighet', { k: campaign }),
  jobs: { outbox: '/api/jobb/utkorg' },
  webhooks: { resend: '/api/webhooks/resend' },
};
