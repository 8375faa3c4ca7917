import { randomUUID } from "node:crypto";
import { makeOperatorLink } from "../../accounts/index.ts";
import type { Application } from "../../kernel/application.ts";
import { hashOfToken, newToken } from "../../kernel/secrets/token.ts";
import { openKoinon } from "../koinon.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon operator-link`: a link by which whoever opens it takes charge of the server, once. */
export const operatorLinkCommand: LineCommand = {
  name: "operator-link",
  usage: "operator-link",
  does: "prints a one-time link by which you take charge of the server",
  run: async (configuration) => {
    const koinon = await openKoinon(configuration);
    try {
      console.log(await newOperatorLink(koinon.application));
      return 0;
    } finally {
      await koinon.close();
    }
  },
};

/** Makes a link by which one person may take charge, and makes every earlier one worthless. Only its hash is kept. */
export async function newOperatorLink(application: Application): Promise<string> {
  const token = newToken();
  const by = { actor: { kind: "server" }, origin: { from: "cli", key: randomUUID() } } as const;
  const made = await application.execute(makeOperatorLink, { tokenHash: hashOfToken(token) }, by);
  if (!made.ok) throw new Error(`no operator link: ${made.refusal.kind}`);
  return new URL(`/set-up?token=${token}`, application.origin).href;
}
