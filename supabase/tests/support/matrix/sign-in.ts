import { hash, registration } from '../registration.ts';
import { address, but, closed, gate, HEAD, key, NONE, type Row, WEBSITE } from './columns.ts';

export const signIn: Row[] = [
  ['register_interest', '', () => registration({ p_email: address(), p_network_key: key() }), WEBSITE],
  ['register_interest', 'without the gate', () => registration(closed), NONE],
  ['ask_for_code', '', () => ({ ...gate, p_network_key: key(), p_address_key: key(), p_email: address() }), WEBSITE],
  ['ask_for_code', 'without the gate', () => ({ ...closed, p_network_key: key(), p_address_key: key(), p_email: 'a@b' }), NONE],
  ['try_code', 'nobody asked for', () => ({ ...gate, p_network_key: key(), p_address_key: key() }), but(WEBSITE, 'no')],
  ['try_code', 'without the gate', () => ({ ...closed, p_network_key: key(), p_address_key: key() }), NONE],
  ['end_session', '', (c) => ({ ...gate, p_session: c.people.adultA.session, p_everywhere: false }), WEBSITE],
  ['end_session', 'without the gate', (c) => ({ ...closed, p_session: c.people.adultA.session, p_everywhere: true }), NONE],
  ['keep_form', '', (c) => ({ ...gate, p_session: c.people.adultA.session, p_path: '/a', p_sealed: 'x' }), WEBSITE],
  [
    'keep_form',
    'without the gate',
    (c) => ({ ...closed, p_session: c.people.adultA.session, p_path: '/a', p_sealed: 'x' }),
    NONE,
  ],

  // The gate is what makes a token count: the website hands it over when a code was right.
  [
    'begin_session',
    '',
    (_, me) => ({ ...gate, p_network_key: key(), p_address_key: hash(me.email), p_email_key: me.email }),
    '- no yes | yes yes yes | yes yes yes yes | yes yes no | -',
  ],
  [
    'begin_session',
    'without the gate',
    (_, me) => ({ ...closed, p_network_key: key(), p_address_key: hash(me.email), p_email_key: me.email }),
    NONE,
  ],
  [
    'begin_session',
    'as the head',
    (c) => ({ ...gate, p_network_key: key(), p_address_key: key(), p_email_key: c.people.head.email }),
    HEAD,
  ],
  ['visit', '', () => ({}), '- no no | yes yes yes | yes yes yes yes | yes yes no | -'],
  [
    'take_form',
    'that adult A was filling in',
    () => ({ p_path: '/mina-sidor/uppgifter' }),
    '- nothing nothing | yes nothing nothing | nothing nothing nothing nothing | nothing nothing nothing | -',
  ],
];
