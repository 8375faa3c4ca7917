import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { namesIn } from "../../src/kernel/i18n/message-names.ts";
import { filesUnder, root } from "../repository-files.ts";
import type { Check } from "./check.ts";
import { readRooms, type RoomCatalogues } from "./messages/catalogue-files.ts";
import { readMessageUses } from "./messages/message-uses.ts";
import { unlikeTexts } from "./messages/unlike-texts.ts";
import { unlikeUses, type MessageDemands } from "./messages/unlike-uses.ts";

/** Five complete catalogues that say what the code asks for, and nothing else. */
export const messageCatalogues: Check = {
  name: "messages",
  promise: "every sentence exists in every language, asks for the same values, and is said somewhere",
  findings: async () => {
    const rooms = await readRooms();
    const unlike = rooms.flatMap(unlikeTexts);
    // Code is compared with texts that can be read; until then the rest would only repeat what is wrong with them.
    if (unlike.length > 0) return unlike;
    const files = filesUnder("src", (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
    const uses = await Promise.all(
      files.map(async (file) => readMessageUses(file, await readFile(join(root, file), "utf8"))),
    );
    return [...claimedTwice(rooms), ...unlikeUses(demandsByKey(rooms), uses)];
  },
};

function claimedTwice(rooms: readonly RoomCatalogues[]): readonly string[] {
  const claims = rooms.flatMap(({ folder, texts }) => [...texts.en.keys()].map((key) => ({ folder, key })));
  const rivals = Map.groupBy(claims, ({ key }) => key);
  return [...rivals]
    .filter(([, by]) => by.length > 1)
    .map(([key, by]) => `${key} is claimed by ${by.map(({ folder }) => folder).join(" and ")}`);
}

function demandsByKey(rooms: readonly RoomCatalogues[]): ReadonlyMap<string, MessageDemands> {
  const texts = rooms.flatMap((room) => [...room.texts.en]);
  return new Map(texts.map(([key, text]) => [key, namesIn(new IntlMessageFormat(text, "en").getAst())]));
}
