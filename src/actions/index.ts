import { interest } from '../features/interest/interest.actions.ts';

export const server = { interest };
