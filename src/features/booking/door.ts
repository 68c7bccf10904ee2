/** The addresses of one booking's pages and forms: by the link of a mail, or behind the sign-in. */
export type Door = {
  home: string;
  change: string;
  cancel: string;
  needs: string;
  file: string;
  /** Where the forms post to. `hidden`: what they carry beside what is typed. */
  post: { act: string; change: string; needs: string };
  hidden: Record<string, string>;
  /** The calendar, and the page of an occasion where one books anew. */
  calendar: string;
  occasion: (number: number) => string;
};
