import { IntlMessageFormat } from "intl-messageformat";
import { mergeCatalogues, type Catalogues } from "./catalogue.ts";
import { formattingLocale, languages, type Language } from "./language.ts";
import { namesIn } from "./message-names.ts";
import { nameWords, type NameWords } from "./name-words.ts";
import { numberWords, type NumberWords } from "./number-words.ts";
import { remembered } from "./remembered.ts";
import { timeWords, type TimeWords } from "./time-words.ts";

/** What a message's places are filled with; times, money and lists are put into words first. */
export type MessageValues = Readonly<Record<string, string | number | bigint>>;

/** What a message's tags become: `{ link: (children) => … }` for "Read <link>the rules</link>". */
export type MessageTags<Piece> = Readonly<Record<string, (children: readonly (string | Piece)[]) => Piece>>;

/**
 * Everything one reader is told, in one language and one zone: call it with a message's key and its values.
 *
 * Called, it answers plain text, a tag giving way to what stands in it: the same sentence serves a page, a direct message and an
 * e-mail. A key that no catalogue has, or a value that the message needs and does not get, is a bug and throws.
 */
export interface Translator extends TimeWords, NumberWords, NameWords {
  (key: string, values?: MessageValues): string;
  /** The message in pieces, each tag turned into what `tags` makes of it; for links inside a sentence. */
  rich<Piece>(key: string, tags: MessageTags<Piece>, values?: MessageValues): readonly (string | Piece)[];
  /** Whether the catalogues have this key; only for keys that come from outside, such as a refusal's kind. */
  has(key: string): boolean;
  readonly language: Language;
  /** The reader's zone, an IANA name. */
  readonly zone: string;
}

/** All messages of the program. */
export interface Translations {
  /** The translator of one reader; asking twice is cheap. An unknown zone is a bug of the caller and throws. */
  translator(language: Language, zone: string): Translator;
}

/** Translations over the catalogues of kernel, interface and capabilities; see {@link mergeCatalogues} for what it refuses. */
export function createTranslations(catalogues: readonly Catalogues[]): Translations {
  const catalogue = mergeCatalogues(catalogues);
  const speakers = remembered(languages.length, (language) => speaker(language as Language, catalogue));
  return { translator: (language, zone) => speakers(language)(zone) };
}

/** One language's translators by zone, over messages that are parsed when first said. */
function speaker(language: Language, catalogue: Catalogues): (zone: string) => Translator {
  const messages = catalogue[language];
  const parsed = remembered(Object.keys(messages).length + 1, (key) => parse(language, key, messages[key]));
  const rich = <Piece>(key: string, tags: MessageTags<Piece>, values?: MessageValues): readonly (string | Piece)[] => {
    const pieces = parsed(key).format.format<Piece>({ ...tags, ...values });
    return Array.isArray(pieces) ? pieces : [pieces];
  };
  const text = (key: string, values?: MessageValues) => rich<string>(key, parsed(key).plainTags, values).join("");
  const sentences = {
    zoned: (time: string, zone: string) => text("kernel.time.zoned", { time, zone }),
    beside: (readers: string, organisers: string) => text("kernel.time.beside", { readers, organisers }),
  };
  const has = (key: string) => key in messages;
  const words = { ...numberWords(language), ...nameWords(language) };
  return remembered(200, (zone) =>
    Object.assign(text.bind(undefined), { language, zone, has, rich }, words, timeWords(language, zone, sentences)),
  );
}

interface ParsedMessage {
  readonly format: IntlMessageFormat;
  readonly plainTags: MessageTags<string>;
}

function parse(language: Language, key: string, text: string | undefined): ParsedMessage {
  if (text === undefined) throw new Error(`no catalogue has the message ${key}`);
  const format = new IntlMessageFormat(text, formattingLocale(language));
  const plain = namesIn(format.getAst()).tags.map(
    (tag) => [tag, (children: readonly string[]) => children.join("")] as const,
  );
  return { format, plainTags: Object.fromEntries(plain) };
}
