import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import {
  movesOf,
  requestById,
  requestHistory,
  requestVersion,
  type CommentRequest,
  type RequestMove,
  type RequestVersion,
} from "../../store/requests/requests.read.ts";
import type { RequestVisit } from "./request-visit.ts";

const versionsShown = 50;
const movesShown = 50;

/** All that the page of a request shows. */
export interface RequestView {
  readonly visit: RequestVisit;
  /** The words shown: the newest, or those of the version that was asked for. */
  readonly shown: RequestVersion;
  readonly before: RequestVersion | undefined;
  readonly history: readonly Omit<RequestVersion, "title" | "text">[];
  readonly moves: readonly RequestMove[];
  readonly supersedes: CommentRequest | undefined;
  readonly supersededBy: CommentRequest | undefined;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Reads it; a version that there is not is the newest. */
export async function readRequestView(visit: RequestVisit): Promise<RequestView> {
  const { application, request, c } = visit;
  const { read } = application;
  const asked = Number(c.req.query("version") ?? request.version);
  const wanted = Number.isInteger(asked) && asked >= 1 && asked <= request.version ? asked : request.version;
  const shown = await requestVersion(read, request.id, wanted);
  if (shown === undefined) throw new Error(`request ${request.id} has no version ${wanted}`);
  const before = await requestVersion(read, request.id, wanted - 1);
  const history = await requestHistory(read, request.id, versionsShown);
  const moves = await movesOf(read, request.id, movesShown);
  const other = (id: string | undefined) => (id === undefined ? undefined : requestById(read, id));
  const people = await describePeople(read, [
    request.authorId,
    ...history.map(({ writtenBy }) => writtenBy),
    ...moves.map(({ movedBy }) => movedBy),
  ]);
  const supersedes = await other(request.supersedes);
  const supersededBy = await other(request.supersededBy);
  return { visit, shown, before, history, moves, people, supersedes, supersededBy };
}
