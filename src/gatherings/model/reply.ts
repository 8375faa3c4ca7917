import type { RsvpAnswer } from "./rsvp.ts";

/** What a reply to a gathering says. A one-time sign-in code is read by the accounts capability before this. */
export type Reply =
  | { readonly kind: "interest" }
  | { readonly kind: "rsvp"; readonly answer: RsvpAnswer; readonly people: number }
  | { readonly kind: "stop" }
  | { readonly kind: "start" }
  | { readonly kind: "unreadable" };
