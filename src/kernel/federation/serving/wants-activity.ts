/** Whether who sends this `Accept` header asks for ActivityPub rather than for a page. Browsers never do. */
export function wantsActivity(accept: string | null | undefined): boolean {
  return /application\/(activity\+json|ld\+json)/i.test(accept ?? "");
}
