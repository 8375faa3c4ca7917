import { csvFrom, rowsFrom } from "../../../kernel/text/csv.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm } from "../../../ui/form-state.ts";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { blockHosts } from "../../commands/server/block-host.ts";
import { blockListRows, readBlockList } from "../../model/block-list.ts";
import type { BlockedHost } from "../../model/blocked-host.ts";
import { blockedHosts } from "../../store/server.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { hostsPage } from "./hosts.tsx";

/** More than the longest lists in use have; what lies beyond waits for the next download. */
const mostExported = 20_000;
const perRead = 1_000;
const perCommand = 500;

/** `GET /operator/hosts.csv`: all blocks in Mastodon's format. */
export async function exportHosts(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const hosts: BlockedHost[] = [];
  for (let after: string | undefined = ""; after !== undefined && hosts.length < mostExported;) {
    const read: readonly BlockedHost[] = await blockedHosts(application.read, after, perRead);
    hosts.push(...read);
    after = read.length < perRead ? undefined : read.at(-1)?.host;
  }
  c.header("Content-Disposition", 'attachment; filename="domain_blocks.csv"');
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Cache-Control", "no-store");
  return c.body(csvFrom(blockListRows(hosts)));
}

/** `POST /operator/hosts/import`: blocks all hosts of a list in Mastodon's format, or of a bare list. */
export async function importHosts(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const { hosts } = readBlockList(rowsFrom(textOf(form, "list")), c.var.t("accounts.hosts.from-list"));
  const refusal = { kind: "no-hosts-in-list", field: "list" } as const;
  if (hosts.length === 0) return hostsPage(c, services, refusedForm(c.var.t, form, refusal));
  const by = byReader(c);
  for (let start = 0; start < hosts.length; start += perCommand) {
    const origin = { ...by.origin, key: `${by.origin.key}:${start}` };
    const part = { hosts: hosts.slice(start, start + perCommand) };
    const result = await services.application.execute(blockHosts, part, { ...by, origin });
    if (!result.ok) return hostsPage(c, services, refusedForm(c.var.t, form, result.refusal));
  }
  return seeOther(c, "/operator/hosts", "imported");
}
