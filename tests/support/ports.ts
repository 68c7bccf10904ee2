/** Where the demo of the end-to-end tests listens: beside the ordinary one, so that both can run. */
export const SITE = { port: 4391, url: 'http://localhost:4391' };
export const MAILBOX = { port: 4392, url: 'http://localhost:4392' };
export const SUPABASE = { port: 54391, url: 'http://127.0.0.1:54391' };
