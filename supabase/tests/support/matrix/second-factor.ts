import { hash } from '../registration.ts';
import { AT_DOOR, but, closed, gate, key, NONE, type Row, VERIFIED } from './columns.ts';

export const secondFactor: Row[] = [
  ['second_factors', '', () => gate, AT_DOOR],
  ['second_factors', 'without the gate', () => closed, NONE],
  ['try_second_factor', '', () => gate, AT_DOOR],
  ['try_second_factor', 'without the gate', () => closed, NONE],
  ['keep_challenge', '', () => ({ ...gate, p_purpose: 'use', p_challenge: 'a challenge of sixteen' }), AT_DOOR],
  ['keep_challenge', 'without the gate', () => ({ ...closed, p_purpose: 'use', p_challenge: 'a challenge of sixteen' }), NONE],
  ['take_challenge', '', () => ({ ...gate, p_purpose: 'use' }), AT_DOOR],
  ['take_challenge', 'without the gate', () => ({ ...closed, p_purpose: 'use' }), NONE],
  ['pass_app_code', '', (c, me) => ({ ...gate, p_factor: me.app ?? c.people.own.app, p_step: 101 }), AT_DOOR],
  [
    'pass_app_code',
    'of another’s app',
    (c) => ({ ...gate, p_factor: c.people.own.app, p_step: 101 }),
    but(AT_DOOR, 'yes', 'no', 'no', 'no', 'no', 'no'),
  ],
  ['pass_app_code', 'without the gate', (c, me) => ({ ...closed, p_factor: me.app ?? c.people.own.app, p_step: 101 }), NONE],
  [
    'pass_passkey',
    'of another',
    (c) => ({ ...gate, p_factor: c.people.own.passkey, p_counter: 1 }),
    but(AT_DOOR, 'yes', 'no', 'no', 'no', 'no', 'no'),
  ],
  ['pass_passkey', 'without the gate', (c) => ({ ...closed, p_factor: c.people.own.passkey, p_counter: 1 }), NONE],
  ['pass_recovery_code', '', (_, me) => ({ ...gate, p_hash: hash(me.email) }), AT_DOOR],
  [
    'pass_recovery_code',
    'of another',
    (c) => ({ ...gate, p_hash: hash(c.people.own.email) }),
    but(AT_DOOR, 'yes', 'no', 'no', 'no', 'no', 'no'),
  ],
  ['pass_recovery_code', 'without the gate', (_, me) => ({ ...closed, p_hash: hash(me.email) }), NONE],
  ['add_app', '', () => ({ ...gate, p_label: 'Ny', p_sealed_secret: 'sealed', p_step: 1 }), VERIFIED],
  ['add_app', 'without the gate', () => ({ ...closed, p_label: 'Ny', p_sealed_secret: 'sealed', p_step: 1 }), NONE],
  ['add_passkey', '', () => ({ ...gate, ...passkey() }), VERIFIED],
  ['add_passkey', 'without the gate', () => ({ ...closed, ...passkey() }), NONE],
  ['set_recovery_codes', '', () => ({ ...gate, p_hashes: [key()] }), VERIFIED],
  ['set_recovery_codes', 'without the gate', () => ({ ...closed, p_hashes: [key()] }), NONE],
  ['remove_factor', '', (c, me) => ({ ...gate, p_factor: me.app ?? c.people.own.app }), VERIFIED],
  ['remove_factor', 'of another', (c) => ({ ...gate, p_factor: c.people.door.app }), but(VERIFIED, 'no', 'no', 'no', 'no', 'no')],
  ['remove_factor', 'without the gate', (c, me) => ({ ...closed, p_factor: me.app ?? c.people.own.app }), NONE],
];

const passkey = () => ({ p_label: 'Ny', p_credential_id: key(), p_public_key: 'key', p_counter: 0, p_transports: ['internal'] });
