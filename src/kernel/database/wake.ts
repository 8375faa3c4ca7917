/**
 * Words between the processes of one server that hurry what would happen anyway: a worker looks again, an open page is renewed. They
 * may be lost, and the same word said twice in quick succession may arrive once; nothing may depend on them. A resource.
 */
export interface WakeUps {
  /** Says a word to everyone who listens on this channel, in this process at once, in others soon. Short: ids and names. */
  say(channel: string, word: string): void;
  /**
   * Listens from now on; undefined is heard when words of other processes may have been missed.
   *
   * @returns how to listen no longer
   */
  listen(channel: string, heard: (word: string | undefined) => void): () => void;
  close(): Promise<void>;
}

/** What befalls the connection by which the words of other processes come. */
export interface WakeReport {
  /** It is gone and is being opened again; until then only this process is heard. */
  readonly lost: (cause: unknown) => void;
}
