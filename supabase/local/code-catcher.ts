/** lite can make a code and mail it, and has no way to hand it over: it is caught where it would be mailed. */
export function codeCatcher(secretKey: string) {
  let caught: string | undefined;
  return {
    /** lite's mail driver. */
    caught: (mail: { text?: string | undefined }): Promise<void> => {
      caught = /\b\d{6}\b/.exec(mail.text ?? '')?.[0];
      return Promise.resolve();
    },
    /** A new code for the address; undefined when it has no account. Only one may be made at a time. */
    of: async (email: string, fetchLite: (request: Request) => Response | Promise<Response>): Promise<string | undefined> => {
      caught = undefined;
      const body = JSON.stringify({ email, create_user: false });
      const headers = { 'content-type': 'application/json', apikey: secretKey };
      await fetchLite(new Request('http://127.0.0.1/auth/v1/otp', { method: 'POST', body, headers }));
      return caught;
    },
  };
}
