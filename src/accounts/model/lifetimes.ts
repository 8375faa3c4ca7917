// Long enough for a slow server and a slow typist, short enough that nothing lies about. Designs of ours.

/** To go to one's own server, sign in there and come back. */
export const serverSignInLasts = { minutes: 15 } as const;
/** To send the shown code. */
export const codeLasts = { minutes: 10 } as const;
/** To open the link in an e-mail. */
export const emailLinkLasts = { minutes: 30 } as const;
/** To open the link in a letter about something else: people read letters late. */
export const letterLinkLasts = { hours: 7 * 24 } as const;
/** To say that two people are one. */
export const joinOfferLasts = { minutes: 15 } as const;
/** A form sent before signing in. */
export const keptFormLasts = { hours: 2 } as const;
/** A session that is not used. */
export const sessionLasts = { hours: 30 * 24 } as const;
/** Within this time a session's last use is not written down again. */
export const sessionRest = { minutes: 10 } as const;
/** The link by which somebody takes charge of the server. */
export const operatorLinkLasts = { hours: 24 } as const;
/** Mastodon forgets clients without tokens after a day (its ApplicationsVacuum), so ours are made anew well before. */
export const sharedClientLasts = { hours: 12 } as const;
