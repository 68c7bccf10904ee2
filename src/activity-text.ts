import { paths } from './paths.ts';
import { publishedEntry } from './published.ts';
import { INFORMATION } from './shared/occasions/next-information.ts';

/** What is written about what an occasion is one round of; undefined when no such text shows on that day. */
export async function activityText(activity: string, today: string, campaign?: string) {
  if (activity === INFORMATION) {
    const page = await publishedEntry('pages', activity, today);
    return page && { title: page.data.titel, text: page.data.ingress, href: paths.information(campaign) };
  }
  const entry = await publishedEntry('activities', activity, today);
  return entry && { title: entry.data.titel, text: entry.data.ingress, href: paths.activity(entry.id, campaign) };
}
