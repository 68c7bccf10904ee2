/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set when something went wrong that nobody expected: the id in the log, for the person to tell GFO. */
    errorId?: string;
  }
}
