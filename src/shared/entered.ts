import { z } from 'zod';
import { paths } from '../paths.ts';
import type { Db } from './db/clients.ts';
import type { Database } from './db/database.types.ts';
import type { Fault } from './form/faults.ts';
import type { Lists } from './form/typed.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), number: z.number(), mayOpen: z.boolean() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['no_kind', 'not_this_one', 'not_ahead', 'home_is_there', 'address_taken', 'staff_address', 'same_address']),
    /** Which adult it is about, from 1. */
    adult: z.number().optional(),
    /** The home that is there already, unless whoever asks is related to it. */
    number: z.number().optional(),
  }),
]);
export type Entered = z.infer<typeof answer>;
export type EnterReason = Extract<Entered, { ok: false }>['reason'];

/** Why a home could not be entered, beside the field that it is about. */
const enterTexts: Record<EnterReason, string> = {
  no_kind: 'Välj om det är ett familjehem, ett jourhem eller båda',
  not_this_one: 'Välj en annan samordnare. Den personen kan inte ha hand om hem.',
  not_ahead: 'Välj en dag som kommer',
  home_is_there: 'Det hemmet finns redan. Ingenting är inlagt eller ändrat.',
  address_taken: 'Adressen används redan av någon i ett hem. Var och en behöver en egen adress.',
  staff_address: 'Adressen tillhör en medarbetare. Den som är både familjehem och medarbetare behöver en egen adress för hemmet.',
  same_address: 'Adressen står för en annan vuxen också. Var och en behöver en egen adress.',
};

/** `there`: the home that the refusal is about, to open. */
export type EnterFailed = { ok: false; typed: Lists; faults: Fault[]; refused?: string; there?: number };
export type EnterResult = { ok: true; next: string } | EnterFailed;

type Args = Database['public']['Functions']['enter_by_hand']['Args'];

/** Enters one home, in one transaction with its history, its log and its mails. */
export async function enterByHand(db: Db, args: Args): Promise<Entered> {
  const { data, error } = await db.rpc('enter_by_hand', args);
  if (error) throw new Error(`enter_by_hand: ${error.code} ${error.message}`);
  return answer.parse(data);
}

/** `fields`: the name of the field that each reason is about; an address's is that of the adult's. */
export function enterFailed(
  { reason, adult, number }: Extract<Entered, { ok: false }>,
  typed: Lists,
  fields: Partial<Record<EnterReason, string>>,
  emailOf: (adult: number) => string,
): EnterFailed {
  const name = adult === undefined ? fields[reason] : emailOf(adult);
  const text = enterTexts[reason];
  return {
    ok: false,
    typed,
    faults: name ? [{ name, text }] : [],
    ...(!name && { refused: text }),
    ...(number !== undefined && { there: number }),
  };
}

/** Where to go when it is entered: to the home, or for whom it is not open, to the list. Both say what was done. */
export function enteredNext({ number, mayOpen }: Extract<Entered, { ok: true }>, isInvited: boolean): string {
  const done = isInvited ? 'inlagt-inbjuden' : 'inlagt';
  return mayOpen ? paths.desk.household(number, done) : paths.desk.list({ klart: done });
}

type AdultDetails = {
  first: string;
  last: string;
  email?: { address: string; key: string } | undefined;
  phone?: { value: string } | undefined;
};

/** The adults as the database reads them. */
export function adultsAsText(adults: readonly AdultDetails[]): string {
  return JSON.stringify(adults.map(asRow));
}

export const asRow = ({ first, last, email, phone }: AdultDetails) => ({
  first,
  last,
  ...(email && { email: email.address, email_key: email.key }),
  ...(phone && { phone: phone.value }),
});
