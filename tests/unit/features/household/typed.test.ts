import { describe, expect, test } from 'vitest';
import type { Home } from '../../../../src/features/household/home.ts';
import { reasonTexts } from '../../../../src/features/household/household.text.ts';
import { faultOf, formState, seenIn } from '../../../../src/features/household/typed.ts';

const kept = { adress: ['Påhittsvägen 1', 'en till'] };

describe('what a form shows', () => {
  test('nothing, the first time', () => {
    expect(formState(undefined, undefined)).toEqual({ typed: {}, faults: [], refused: undefined, restored: false });
  });

  test('what was typed when the session ended, and says so', () => {
    expect(formState(undefined, kept)).toMatchObject({ typed: { adress: 'Påhittsvägen 1' }, restored: true });
  });

  test('what was just sent goes before what was kept', () => {
    const result = { data: { ok: false as const, typed: { adress: 'Ny väg 2' }, faults: [{ name: 'adress', text: 'Fel' }] } };
    const state = formState(result, kept);
    expect(state).toMatchObject({ typed: { adress: 'Ny väg 2' }, restored: false });
    expect(faultOf(state, 'adress')).toBe('Fel');
    expect(faultOf(state, 'telefon')).toBeUndefined();
  });

  test('a refusal stands at its field, or above the form when it has none', () => {
    const result = { data: { ok: false as const, reason: 'address_taken' as const, typed: {}, faults: [] } };
    expect(faultOf(formState(result, undefined, { address_taken: 'epost' }), 'epost')).toBe(reasonTexts.address_taken);
    expect(formState(result, undefined, { address_taken: 'epost' }).refused).toBeUndefined();
    expect(formState(result, undefined).refused).toBe(reasonTexts.address_taken);
  });
});

describe('what the writer of a form has seen', () => {
  const home = { lastEvent: 9 } as Home;
  const sent = (more: object) => ({ data: { ok: false as const, typed: { sett: '7' }, faults: [], ...more } });
  test('is all of it, the first time', () => expect(seenIn(formState(undefined, undefined), home)).toBe('9'));
  test('is no more after a fault, or when what was typed is put back', () => {
    expect(seenIn(formState(sent({ faults: [{ name: 'klar', text: 'Fel' }] }), undefined), home)).toBe('7');
    expect(seenIn(formState(undefined, { sett: ['7'] }), home)).toBe('7');
  });
  test('is all of it when they have been told what somebody else did', () => {
    const meanwhile = { by: null, at: '2026-11-24T10:00:00Z', kind: 'paused' as const };
    expect(seenIn(formState(sent({ reason: 'changed_meanwhile', meanwhile }), undefined), home)).toBe('9');
  });
});
