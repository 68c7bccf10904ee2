import { capital } from '../../shared/form/capital.ts';
import { numberInWords } from '../../shared/number-in-words.ts';
import type { Occasion, SeatForm, Seats } from '../../shared/occasions/occasion.ts';

type Asked = Pick<Occasion, 'digital' | 'physical' | 'isSlotted'>;

/** Whether a party of so many has to stand in line in that form, as it looks now: in a slotted occasion a party needs one slot. */
export function waits(occasion: Asked, form: SeatForm, count: number): boolean {
  const seats = occasion[form];
  return !seats || seats.inLine > 0 || seats.free < (occasion.isSlotted ? 1 : count);
}

/** "12 platser kvar", "Fullt. Två står i kö, och ni kan ställa er sist." */
export function seatsInWords({ free, inLine }: Seats, isSlotted: boolean): string {
  if (free > 0) {
    const [single, many] = isSlotted ? ['tid', 'tider'] : ['plats', 'platser'];
    return free === 1 ? `En ${single} kvar` : `${free} ${many} kvar`;
  }
  if (inLine === 0) return 'Fullt. Ni kan ställa er i kö.';
  return `Fullt. ${capital(numberInWords(inLine))} står i kö, och ni kan ställa er sist.`;
}
