import { z } from 'zod';
import { cleanLine } from '../../shared/form/clean.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { RECOVERY_CODE } from './recovery.ts';
import { faultTexts } from './second-factor.text.ts';

const common = { id: z.uuid(), label: z.string(), addedAt: timestamp, lastUsedAt: timestamp.nullable() };

const appSchema = z.object({ ...common, kind: z.literal('app'), sealedSecret: z.string() });
const passkeySchema = z.object({
  ...common,
  kind: z.literal('passkey'),
  credentialId: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  transports: z.array(z.string()).nullable(),
});

/** What `second_factors()` tells a staff member of their own. */
export const ownFactorsSchema = z.object({
  staffId: z.uuid(),
  email: z.string(),
  name: z.string(),
  verified: z.boolean(),
  recoveryLeft: z.number(),
  factors: z.array(z.discriminatedUnion('kind', [appSchema, passkeySchema])),
});
export type OwnFactors = z.infer<typeof ownFactorsSchema>;
export type Passkey = z.infer<typeof passkeySchema>;

/** The six digits of an app, however they were grouped. */
export const appCodeSchema = z
  .string()
  .transform((text) => cleanLine(text).replace(/[\s.-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, faultTexts.codeMissing)
      .regex(/^\d{6}$/, faultTexts.codeUnreadable),
  );

/** A recovery code, however it was grouped and whichever letters were large. */
export const recoveryCodeSchema = z
  .string()
  .transform((text) =>
    cleanLine(text)
      .toLowerCase()
      .replace(/[\s.\p{Pd}]/gu, ''),
  )
  .pipe(z.string().min(1, faultTexts.recoveryMissing).regex(RECOVERY_CODE, faultTexts.recoveryUnreadable));

/** What somebody calls a factor, to know it again in the list; '' when they did not mind. */
export const nameSchema = z.string().transform(cleanLine).pipe(z.string().max(60, faultTexts.nameLong));

/** What a browser answers when it has made or used a passkey; what the answers say is verified by signature, not here. */
const answer = {
  id: z.string().min(1),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};

export const madeSchema = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(20)).max(10).exactOptional(),
  }),
});
export const usedSchema = z.object({
  ...answer,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});
