import { preloadedContexts, type DocumentLoader } from "@fedify/vocab-runtime";

/**
 * The only contexts that documents are read by: those that come with the program. A context somebody names is never fetched.
 *
 * An unknown one counts as empty, so that what the known ones define keeps its meaning and nothing else gets any: a context on
 * another server could be a bomb, slow, private, or another one tomorrow.
 */
export const bundledContexts: DocumentLoader = async (url) => ({
  contextUrl: null,
  documentUrl: url,
  document: preloadedContexts[url] ?? { "@context": {} },
});

/** For places where the vocabulary's classes would follow a link by themselves: they are given everything, or nothing. */
export const noDocuments: DocumentLoader = async (url) => {
  throw new Error(`documents are not fetched from inside an activity: ${url}`);
};
