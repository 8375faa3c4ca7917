import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { languages, type Language } from "../../../src/kernel/i18n/language.ts";
import { filesUnder, root } from "../../repository-files.ts";

/** The catalogues of one `messages/` room: text by key, by language. */
export interface RoomCatalogues {
  /** Such as `src/gatherings/messages`. */
  readonly folder: string;
  readonly texts: Readonly<Record<Language, ReadonlyMap<string, string>>>;
}

const catalogueFile = z.record(z.string(), z.string());

/** Every catalogue below src/: of a `messages/` room, and of the folders in it. A language whose file is missing has no texts, and each key of the others is found lacking. */
export async function readRooms(): Promise<readonly RoomCatalogues[]> {
  const files = filesUnder("src", (file) => /\/messages\/(?:[a-z-]+\/)?[a-z]{2}\.json$/.test(file));
  const folders = [...new Set(files.map((file) => dirname(file)))];
  return Promise.all(folders.map(async (folder) => ({ folder, texts: await textsIn(folder) })));
}

async function textsIn(folder: string): Promise<RoomCatalogues["texts"]> {
  const [en, es, fr, de, it] = await Promise.all(
    languages.map((language) => textsOf(join(folder, `${language}.json`))),
  );
  const none = new Map<string, string>();
  return { en: en ?? none, es: es ?? none, fr: fr ?? none, de: de ?? none, it: it ?? none };
}

async function textsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(root, file), "utf8").catch(() => "{}");
  return new Map(Object.entries(catalogueFile.parse(JSON.parse(text))));
}
