import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { SchemaStep } from "../database/migrate.ts";

type KeptFileTables = {
  readonly kept_files: {
    /** SHA-256 of its bytes, in hexadecimal digits. */
    readonly digest: string;
    readonly size: number;
    /** How many things name it; with the last one it goes. */
    readonly uses: number;
  };
  /** Its bytes, in pieces of base64: the same in both engines, and small enough that a back-up reads many rows at once. */
  readonly kept_file_pieces: { readonly digest: string; readonly place: number; readonly piece: string };
};

export const keptFileSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0110-kept-files",
    async up({ schema }) {
      await schema
        .createTable("kept_files")
        .addColumn("digest", "text", (column) => column.primaryKey())
        .addColumn("size", "bigint", (column) => column.notNull())
        .addColumn("uses", "bigint", (column) => column.notNull())
        .execute();
      await schema
        .createTable("kept_file_pieces")
        .addColumn("digest", "text", (column) => column.notNull())
        .addColumn("place", "bigint", (column) => column.notNull())
        .addColumn("piece", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("kept_file_pieces_key", ["digest", "place"])
        .execute();
    },
  },
];

const bytesOfPiece = 24 * 1024;
const piecesAtOnce = 100;

/** Keeps a file for one more thing that names it, and gives its SHA-256: the same bytes are kept once, however many name them. */
export async function keepFile(db: Database, bytes: Uint8Array): Promise<string> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const { uses } = await tables(db)
    .insertInto("kept_files")
    .values({ digest, size: bytes.length, uses: 1 })
    .onConflict((conflict) =>
      conflict.column("digest").doUpdateSet((row) => ({ uses: row("kept_files.uses", "+", 1) })),
    )
    .returning("uses")
    .executeTakeFirstOrThrow();
  if (uses > 1) return digest;
  const pieces = Array.from({ length: Math.ceil(bytes.length / bytesOfPiece) }, (_none, place) => ({
    digest,
    place,
    piece: Buffer.from(bytes.subarray(place * bytesOfPiece, (place + 1) * bytesOfPiece)).toString("base64"),
  }));
  for (let from = 0; from < pieces.length; from += piecesAtOnce) {
    await tables(db)
      .insertInto("kept_file_pieces")
      .values(pieces.slice(from, from + piecesAtOnce))
      .execute();
  }
  return digest;
}

/** One thing less names each of these files; whatever nothing names any more is gone. */
export async function letGoOfFiles(db: Database, digests: readonly string[]): Promise<void> {
  for (const digest of digests) {
    const row = await tables(db)
      .updateTable("kept_files")
      .set((each) => ({ uses: each("uses", "-", 1) }))
      .where("digest", "=", digest)
      .returning("uses")
      .executeTakeFirst();
    if (row === undefined || row.uses > 0) continue;
    await tables(db).deleteFrom("kept_file_pieces").where("digest", "=", digest).execute();
    await tables(db).deleteFrom("kept_files").where("digest", "=", digest).execute();
  }
}

/** The bytes of a kept file; undefined for one that is gone. */
export async function readKeptFile(db: Database, digest: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const pieces = await tables(db)
    .selectFrom("kept_file_pieces")
    .select("piece")
    .where("digest", "=", digest)
    .orderBy("place")
    .limit(1_000)
    .execute();
  return pieces.length === 0 ? undefined : Buffer.concat(pieces.map(({ piece }) => Buffer.from(piece, "base64")));
}

function tables(db: Database) {
  return db.withTables<KeptFileTables>();
}
