import { createReadStream } from "node:fs";
import { communityByHandle } from "../../communities/index.ts";
import { serverChain } from "../../kernel/activity-log/event.ts";
import type { ChainFault, ChainVerdict } from "../../kernel/activity-log/chain-check.ts";
import { exportChain, verifyExport } from "../../kernel/activity-log/export.ts";
import { verifyLog } from "../../kernel/activity-log/verify.ts";
import { besideServer } from "../records.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon log verify [FILE]`: every chain of this server, or one exported chain. */
export const logCommand: LineCommand = {
  name: "log",
  usage: "log verify [FILE]",
  does: "checks that no record was changed: every chain here, or an exported one",
  run: async (configuration, [what, file]) => {
    if (what !== "verify") {
      console.error("koinon: log knows one thing: koinon log verify [FILE]");
      return 2;
    }
    if (file !== undefined) return report(file, await verifyExport(createReadStream(file)));
    return besideServer(configuration, async ({ read }) => {
      let worst = 0;
      for await (const verdict of verifyLog(read)) worst = Math.max(worst, report(verdict.chain, verdict));
      return worst;
    });
  },
};

/** `koinon export [HANDLE]`: the chain of a community, or the server's own, as lines of JSON. */
export const exportCommand: LineCommand = {
  name: "export",
  usage: "export [HANDLE]",
  does: "prints the records of a community (or of the server) as lines of JSON that anybody can check",
  run: (configuration, [handle]) =>
    besideServer(configuration, async ({ read }) => {
      const chain = handle === undefined ? serverChain : (await communityByHandle(read, handle.replace(/^@/, "")))?.id;
      if (chain === undefined) {
        console.error(`koinon: no community here has the handle ${handle}`);
        return 2;
      }
      for await (const line of exportChain(read, chain)) process.stdout.write(line);
      return 0;
    }),
};

const words: Readonly<Record<ChainFault, string>> = {
  missing: "is missing",
  unlinked: "does not follow from the one before",
  changed: "was changed",
  "payload-changed": "was given another content",
  "beyond-end": "comes after the end of the chain",
  unreadable: "cannot be read",
};

function report(name: string, verdict: ChainVerdict): number {
  if (!verdict.isWhole) {
    console.log(`${name}: BROKEN, entry ${verdict.sequence} ${words[verdict.fault]}`);
    return 1;
  }
  const erased = verdict.erased === 0 ? "" : `, ${verdict.erased} of them erased for privacy`;
  console.log(`${name}: holds, ${verdict.entries} entries${erased}, ends in ${verdict.head}`);
  return 0;
}
