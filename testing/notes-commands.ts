import { z } from "zod";
import { accepted, refused, type Result } from "../src/kernel/base/result.ts";
import { defineCommand } from "../src/kernel/commands/command.ts";
import type { SchemaStep } from "../src/kernel/database/migrate.ts";
import { addNotesTable, noteIds, writeNote } from "./notes-table.ts";

/** The table of notes as a step of the schema. */
export const notesSchema: readonly SchemaStep[] = [{ name: "notes/0001-notes", up: addNotesTable }];

const noteInput = z.object({ chain: z.string(), id: z.number().int().positive(), text: z.string().default("kept") });

type NoteRefusal = { readonly kind: "sign-in-needed" } | { readonly kind: "text-refused"; readonly id: number };

/** Writes a note, tells of it and has it looked at again in an hour; then refuses a text that says "refused". Visitors may not. */
export const keepNote = defineCommand({
  name: "notes/keep-note",
  input: noteInput,
  chain: (input) => input.chain,
  async authorise(context): Promise<NoteRefusal | undefined> {
    return context.actor.kind === "visitor" ? { kind: "sign-in-needed" } : undefined;
  },
  async run(context, { id, text }): Promise<Result<{ id: number; at: string }, NoteRefusal>> {
    await writeNote(context.db, id, text);
    context.emit({ name: "note-kept", version: 1, payload: { id } });
    const due = context.now.add({ hours: 1 });
    await context.schedule({ kind: "notes/look-again", key: String(id), due, payload: { id } });
    if (text === "refused") return refused({ kind: "text-refused", id });
    return accepted({ id, at: context.now.toString() });
  },
});

/** Keeps the next free number as a note and gives it: two that ran at once would want the same one. */
export const keepNextNote = defineCommand({
  name: "notes/keep-next-note",
  input: z.object({ chain: z.string() }),
  chain: (input) => input.chain,
  authorise: async () => undefined,
  async run(context) {
    const id = ((await noteIds(context.db)).at(-1) ?? 0) + 1;
    await writeNote(context.db, id);
    context.emit({ name: "note-kept", version: 1, payload: { id } });
    return accepted({ id });
  },
});

/** Keeps notes in several chains, each by its own command; tells before and after. Goes on when one of them is refused. */
export const keepNotes = defineCommand({
  name: "notes/keep-notes",
  input: z.object({ chain: z.string(), notes: z.array(noteInput) }),
  chain: (input) => input.chain,
  authorise: async () => undefined,
  async run(context, { notes }) {
    context.emit({ name: "notes-begun", version: 1, payload: {} });
    const kept: boolean[] = [];
    for (const note of notes) kept.push((await context.execute(keepNote, note)).ok);
    context.emit({ name: "notes-ended", version: 1, payload: {} });
    return accepted({ kept });
  },
});
