import { Resolver } from "node:dns/promises";

const none: ReadonlySet<string> = new Set(["ENODATA", "ENOTFOUND"]);

/** The texts of a name in the DNS, as the machine's resolver has them; none where it has none. Asks twice, three seconds each time. */
export async function textsInDns(name: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  try {
    return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(""));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && none.has(String(cause.code))) return [];
    throw cause;
  }
}
