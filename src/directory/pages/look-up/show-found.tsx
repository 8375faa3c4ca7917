import { keepFormAndSignIn, refuse } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormRefusal, FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext } from "../../../ui/request.ts";
import { hearOptOut } from "../../commands/look-up/hear-opt-out.ts";
import { isOptedOut } from "../../commands/opt-outs.ts";
import { hostFrom } from "../../model/host.ts";
import type { Look, NoLook } from "../../model/look-up/look.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { directoryPath } from "../directory-paths.ts";
import { NewEntryPage } from "../entry-pages.tsx";
import type { Found } from "./found-preview.tsx";

/**
 * Looks at the server of the host that a form names, and shows the form again with what was found; nothing of it is kept. Only somebody signed in
 * makes this server ask another.
 */
export async function showFound(c: PageContext, application: Application, looking: Looking): Promise<Response> {
  const { person } = c.var.reader;
  if (person === undefined) return keepFormAndSignIn(c, application, `${directoryPath}/new`);
  const again = (form: FormState) => <NewEntryPage c={c} form={form} looks />;
  const lookAt = (host: string) => looking.lookAt(host, "by-itself", person.id);
  const found = await foundBy(application, lookAt, textOf(sentForm(c), "domain"));
  if ("kind" in found) return refuse(c, found, { again });
  const form = { t: c.var.t, typed: sentForm(c), faults: {} };
  return c.html(<NewEntryPage c={c} form={form} found={found} looks />);
}

async function foundBy(
  application: Application,
  lookAt: (host: string) => Promise<Look | NoLook>,
  typed: string,
): Promise<Found | (FormRefusal & { readonly kind: string })> {
  const { read, ids } = application;
  const host = hostFrom(typed);
  if (host === undefined) return { kind: "not-a-host", field: "domain" };
  if (await isOptedOut({ db: read }, host)) return { kind: "opted-out", field: "domain" };
  const known = await entryByDomain(read, host);
  if (known !== undefined) {
    const exists = { kind: "entry-exists", field: "domain", name: known.name, entryId: known.id };
    return exists;
  }
  const look = await lookAt(host);
  if (typeof look === "string") return { kind: `look-${look}`, field: "domain" };
  if (look.outcome !== "opted-out") return { host, look };
  // The key names nobody: whoever opted out is to be named nowhere.
  const by = { actor: { kind: "clock" }, origin: { from: "clock", key: ids.unordered() } } as const;
  await application.execute(hearOptOut, { host }, by);
  return { kind: "opted-out", field: "domain" };
}
