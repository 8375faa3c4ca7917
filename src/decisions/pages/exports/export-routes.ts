import type { Hono } from "hono";
import { forbidden, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageEnv } from "../../../ui/request.ts";
import { asBallotFile, formatsFor, type BallotFormat } from "../../model/exports/as-ballot-file.ts";
import type { BallotFile } from "../../model/formats/ballot-file.ts";
import { writeAbif } from "../../model/formats/abif.ts";
import { writeBlt } from "../../model/formats/blt.ts";
import { writePrefLib } from "../../model/formats/preflib.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalPath, threadsPath } from "../addresses.ts";
import { allPublished, areBallotsPublished } from "../published/published.ts";
import { visitingCommunity, visitingProposal, type CommunityVisit, type ProposalVisit } from "../visit.ts";
import { exportFormats, type ExportFormat } from "./export-addresses.ts";
import { exportTurns } from "./export-turns.ts";
import { recordsOfCommunity, recordsOfProposal } from "./read-records.ts";
import { textStream } from "./text-stream.ts";
import { exportTypes, writtenRecords, type ExportHead } from "./write-records.ts";

/** So many exports of whole communities are read at once; whoever asks for one more is asked to come back. */
const most = { atOnce: 2, longestMinutes: 10 };

/** Decisions as files to take along: of one proposal, and of a whole community for its members. */
export function exportRoutes(web: Hono<PageEnv>, application: Application): void {
  for (const format of exportFormats) {
    web.get(
      `/proposals/:proposal/export.${format}`,
      visitingProposal(application, (visit) => proposalFile(visit, format)),
    );
  }
  for (const format of ["blt", "abif", "preflib"] as const) {
    web.get(
      `/proposals/:proposal/ballots.${format}`,
      visitingProposal(application, (visit) => ballotsFile(visit, format)),
    );
  }
  const turns = exportTurns(application.clock, most);
  for (const format of exportFormats) {
    web.get(
      `/communities/:handle/threads/export.${format}`,
      visitingCommunity(application, async (visit) => {
        if (visit.personId === undefined) return signInFirst(visit.c);
        if (!visit.isMember) return forbidden(visit.c, "only-members");
        if (turns.isFull()) return refusalPage(visit.c, { kind: "try-later" });
        const path = threadsPath(visit.community);
        const head = headOf(visit, visit.c.var.t("decisions.exports.title"), path);
        const pieces = writtenRecords(format, head, recordsOfCommunity(visit), visit.c.var.t);
        const name = `decisions-of-${visit.community.handle}.${format}`;
        return file(visit, textStream(pieces, turns.turn()), exportTypes[format], name);
      }),
    );
  }
}

function proposalFile(visit: ProposalVisit, format: ExportFormat): Response {
  const { proposal, c } = visit;
  const head = headOf(visit, proposal.title, proposalPath(proposal));
  const pieces = writtenRecords(format, head, recordsOfProposal(visit), c.var.t);
  return file(visit, textStream(pieces), exportTypes[format], `proposal-${proposal.id}.${format}`);
}

/** The published ballots in a format that other programs count. */
async function ballotsFile(visit: ProposalVisit, format: BallotFormat): Promise<Response> {
  const { application, proposal, c } = visit;
  const outcome = await outcomeOf(application.read, proposal.id);
  const isThere = formatsFor(proposal).includes(format);
  if (outcome === undefined || !isThere || !areBallotsPublished(visit, outcome)) return showNotFound(c);
  const { title, method, options, settings } = proposal;
  const ballots = await allPublished(visit);
  const { text, end } = written(asBallotFile({ title, method, options, settings, ballots }), format);
  return file(visit, text, "text/plain; charset=utf-8", `ballots-${proposal.id}.${end}`);
}

function written(file: BallotFile, format: BallotFormat): { readonly text: string; readonly end: string } {
  switch (format) {
    case "blt":
      return { text: writeBlt(file), end: "blt" };
    case "abif":
      return { text: writeAbif(file), end: "abif" };
    case "preflib": {
      const { text, kind } = writePrefLib(file);
      return { text, end: kind };
    }
  }
}

function headOf({ application, community, c }: CommunityVisit, title: string, path: string): ExportHead {
  const url = new URL(path, application.origin).href;
  return { community: community.name, title, url, exportedAt: c.var.frame.now.toString() };
}

function file({ c }: CommunityVisit, body: string | ReadableStream, type: string, name: string): Response {
  return c.body(body, 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    // What is in it depends on who asks.
    "Cache-Control": "private, no-store",
  });
}
