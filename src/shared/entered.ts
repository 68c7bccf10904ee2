import { z } from 'zod';
import type { Db } from './db/clients.ts';
import type { Database } from './db/database.types.ts';
import type { Fault } from './form/faults.ts';
import { fields } from './form/read.ts';

/** A form's fields by name, several where several may be chosen. */
export type Lists = Record<string, string[]>;

/** No field is longer than this, however it is pasted; the schemas say the real limits in words. */
const LONGEST = 20_000;

/** The texts of a form by field, to read and to show again. */
export function listsIn(form: FormData): Lists {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(names.map((name) => [name, fields(form, name).map((text) => text.toWellFormed().slice(0, LONGEST))]));
}

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
