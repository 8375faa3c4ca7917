import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createFederation, generateCryptoKeyPair, MemoryKvStore, type DocumentLoader } from "@fedify/fedify";
import { Application, Create, Endpoints } from "@fedify/vocab";
import { preloadedContexts } from "@fedify/vocab-runtime";
import { getRequestListener } from "@hono/node-server";

/**
 * An inbox of Fedify as it comes, that does nothing with what it receives: key-value store in memory, no queue, no network. Actor
 * documents stand in the file at `actorsFile`, by their URIs. `GET /received` says how many activities came to the listener.
 */
export async function serveBareFedify(port: number, actorsFile: string): Promise<void> {
  // Parsing at the edge: the bench itself wrote the file.
  const actors = JSON.parse(readFileSync(actorsFile, "utf8")) as Record<string, unknown>;
  const load: DocumentLoader = async (url) => {
    const document = preloadedContexts[url] ?? actors[url.replace(/#.*$/, "")];
    if (document === undefined) throw new Error(`${url} is not there`);
    return { contextUrl: null, documentUrl: url, document };
  };
  const keys = [await generateCryptoKeyPair("RSASSA-PKCS1-v1_5")];
  let received = 0;
  const federation = createFederation<void>({
    kv: new MemoryKvStore(),
    documentLoaderFactory: () => load,
    authenticatedDocumentLoaderFactory: () => load,
    contextLoaderFactory: () => load,
  });
  federation
    .setActorDispatcher("/actors/{identifier}", async (context, identifier) => {
      const [pair] = await context.getActorKeyPairs(identifier);
      return new Application({
        id: context.getActorUri(identifier),
        preferredUsername: identifier,
        inbox: context.getInboxUri(identifier),
        endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
        publicKey: pair?.cryptographicKey ?? null,
        assertionMethods: pair === undefined ? [] : [pair.multikey],
      });
    })
    .setKeyPairsDispatcher(() => keys);
  federation.setInboxListeners("/actors/{identifier}/inbox", "/inbox").on(Create, () => {
    received += 1;
  });
  const listener = getRequestListener((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response("ready");
    if (pathname === "/received") return Response.json(received);
    return federation.fetch(request, { contextData: undefined });
  });
  createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(port, "127.0.0.1");
}
