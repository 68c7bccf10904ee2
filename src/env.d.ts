/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set when something went wrong that nobody expected: the id in the log, for the person to tell GFO. */
    errorId?: string;
    /** Who is signed in, on the pages behind the sign-in; set by the middleware before the page is run. */
    person?: import('./shared/auth/person.ts').Person;
    /** What was typed in this page's form when an earlier session ended, to be put back. */
    kept?: import('./shared/auth/kept-form.ts').KeptFields;
  }
}
