import { isTaken } from './listen.ts';
import { Stop } from './stop.ts';

export type Ports = { site: number; mailbox: number; supabase: number };

/** The ports of the demo. Throws a Stop when a setting is no port. */
export function portsFrom(source: Record<string, string | undefined>): Ports {
  return {
    site: port(source, 'PORT', 4321),
    mailbox: port(source, 'MAILBOX_PORT', 4322),
    supabase: port(source, 'SUPABASE_PORT', 54321),
  };
}

export function port(source: Record<string, string | undefined>, name: string, usual: number): number {
  const value = source[name]?.trim() || String(usual);
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number;
  throw new Stop(`${name}=${value} är ingen port. Ange ett heltal mellan 1 och 65535.`);
}

const names = {
  site: ['webbplatsen', 'PORT'],
  mailbox: ['brevlådan', 'MAILBOX_PORT'],
  supabase: ['Supabase', 'SUPABASE_PORT'],
} as const;

/** Throws a Stop for the first port that somebody else has. */
export async function requireFree(ports: Partial<Ports>): Promise<void> {
  for (const [key, number] of Object.entries(ports) as [keyof Ports, number][]) {
    const [what, setting] = names[key];
    if (await isTaken(number)) {
      throw new Stop(
        `Port ${number} (${what}) är upptagen. Stäng det som använder den, eller välj en annan: ${setting}=${number + 1000}.`,
      );
    }
  }
}
