/** Another directory, as it was found. */
export interface FoundDirectory {
  readonly uri: string;
  readonly host: string;
  /** Its page; its changes are beside it. */
  readonly page: string;
}

/** Why none was found: nobody answers; what answers is no directory that can be followed; or it is this server. */
export type NoDirectory = "directory-away" | "no-directory-there" | "directory-is-here";

/** Changes as they were read, in JSON that was held to be strict, and how much that was. */
export interface ReadChanges {
  readonly content: string;
  readonly octets: number;
}

/** The ways to other directories; where federation is switched off there are none. */
export interface Sharing {
  /** Finds the directory at a host or an address. */
  find(typed: string): Promise<FoundDirectory | NoDirectory>;
  /** Reads a part of the changes beside this page, after a number. */
  changesAfter(page: string, after: number): Promise<ReadChanges | "away" | "no-feed">;
}
