/** The id of the actor that speaks for this directory. */
export const directoryActorId = "directory";

/** Where it is. */
export const directoryActorPath = `/actors/${directoryActorId}`;

/** The part before the host in its handle. No community can have it: theirs hold no hyphen. */
export const directoryHandle = "koinon-directory";
