import type { AgeGroup } from '../../shared/facts/ages.ts';

export const ages: Record<AgeGroup, string> = { '0-12': '0–12 år', '13-19': '13–19 år' };

/** "Grundnivå", "Förhöjd nivå 1" … */
export const levelName = (level: number): string => (level === 0 ? 'Grundnivå' : `Förhöjd nivå ${level}`);
