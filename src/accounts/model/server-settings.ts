/** What the operator decides for the whole server. */
export interface ServerSettings {
  /** The name people read on every page. */
  readonly name: string;
  /** Who keeps it, in one or two sentences; plain text. */
  readonly description: string;
  /** How to reach the operator: an address, a handle or a link, as written. */
  readonly contact: string;
  /** Languages of the interface this server speaks by itself, the first one when nothing else is known. */
  readonly languages: readonly string[];
  /** The name of an accent colour (see `ui/hue.ts`). */
  readonly hue: string;
  /** IANA zone in which times are told where nothing is known of the reader. */
  readonly zone: string;
  /** Whether anyone who signs in may found a community, or only operators. */
  readonly foundingIsOpen: boolean;
  /** False until an operator has taken charge. */
  readonly isSetUp: boolean;
}

/** A server nobody has taken charge of yet. */
export const untouchedSettings: ServerSettings = {
  name: "Koinon",
  description: "",
  contact: "",
  languages: ["en"],
  hue: "rust",
  zone: "UTC",
  foundingIsOpen: false,
  isSetUp: false,
};
