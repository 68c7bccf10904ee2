import { address, but, DESK, HEAD, type Row } from './columns.ts';

export const staffList: Row[] = [
  ['staff_list', '', () => ({}), HEAD],
  ['list_staff', '', () => ({ p_name: 'Ny', ...staff(address()) }), HEAD],
  ['list_staff', 'who is listed', (c) => ({ p_name: 'Ny', ...staff(c.people.own.email) }), but(HEAD, 'listed_already')],
  ['change_role', '', (c) => ({ p_staff: c.people.colleague.id, p_role: 'head' }), HEAD],
  ['remove_staff', '', (c) => ({ p_staff: c.people.colleague.id }), HEAD],
  ['reset_second_factor', '', (c) => ({ p_staff: c.people.colleague.id }), HEAD],
  ['reset_second_factor', 'of the head by the head', (c) => ({ p_staff: c.people.head.id }), but(HEAD, 'not_this_one')],
  ['colleagues', '', () => ({}), DESK],
];

const staff = (email: string) => ({ p_email: email, p_email_key: email, p_role: 'coordinator' });
