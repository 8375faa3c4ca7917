/** How much is kept of taking part elsewhere; designs of ours, so that nobody's server can fill this one (security.md, row 31). */
export const bounds = {
  /** Actors that one person follows. */
  follows: 100,
  /** Other actors that one person knows: those written to, and those who wrote. */
  strangers: 200,
  /** Posts of one author that are for all who follow it. */
  postsOfAuthor: 50,
  /** Posts that name one person as their reader. */
  postsToPerson: 300,
  /** What one person said. */
  said: 300,
  /** Characters of the HTML of one post, before it is cleaned. */
  html: 10_000,
  /** Characters of one option. */
  option: 500,
  options: 100,
  /** Days after which posts and words are gone. */
  days: 180,
} as const;
