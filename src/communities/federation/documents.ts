/** The one context of all that communities publish; everybody knows it, so that nobody needs to fetch it. */
export const context = "https://www.w3.org/ns/activitystreams";

export const publicAudience = "https://www.w3.org/ns/activitystreams#Public";

/** Addressing for the world and for all who follow `actor`. */
export function worldAudience(actor: string): { readonly to: readonly string[]; readonly cc: readonly string[] } {
  return { to: [publicAudience], cc: [`${actor}/followers`] };
}
