import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { PersonalRecord } from "../../../kernel/personal-data.ts";
import { csvFrom } from "../../../kernel/text/csv.ts";
import type { PageContext } from "../../../ui/request.ts";
import { describePerson } from "../../store/people.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInFirst } from "../sign-in-path.ts";

type Everything = Readonly<Record<string, Readonly<Record<string, readonly PersonalRecord[]>>>>;

/** `GET /me/export.json`: all that this server keeps of the reader, by capability and list. */
export async function exportAsJson(c: PageContext, services: AccountPageServices): Promise<Response> {
  const person = c.var.reader.person;
  if (person === undefined) return signInFirst(c);
  const { read, clock, origin } = services.application;
  const described = await describePerson(read, person.id);
  const about = { server: origin.origin, exportedAt: clock().toString(), person: { ...described } };
  asDownload(c, "koinon-export.json");
  return c.json({ ...about, ...(await everythingOf(services, person.id)) });
}

/** `GET /me/export.csv`: the same, one line for each value, safe to open in a spreadsheet. */
export async function exportAsCsv(c: PageContext, services: AccountPageServices): Promise<Response> {
  const person = c.var.reader.person;
  if (person === undefined) return signInFirst(c);
  const rows = Object.entries(await everythingOf(services, person.id)).flatMap(([capability, lists]) =>
    Object.entries(lists).flatMap(([list, records]) =>
      records.flatMap((record, place) =>
        Object.entries(record).map(([name, value]) => [capability, list, String(place + 1), name, textFrom(value)]),
      ),
    ),
  );
  asDownload(c, "koinon-export.csv");
  c.header("Content-Type", "text/csv; charset=utf-8");
  return c.body(csvFrom([["part", "list", "entry", "name", "value"], ...rows]));
}

async function everythingOf({ application, personalData }: AccountPageServices, personId: string): Promise<Everything> {
  const parts = personalData.map(
    async (capability) => [capability.name, await capability.export(application.read, personId)] as const,
  );
  return Object.fromEntries(await Promise.all(parts));
}

function asDownload(c: PageContext, name: string): void {
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  c.header("Cache-Control", "no-store");
}

function textFrom(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
