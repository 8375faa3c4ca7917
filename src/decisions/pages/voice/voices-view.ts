import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { membersOf } from "../../../communities/index.ts";
import { chainsOf, type VoiceChain } from "../../model/voice/chains.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { handedBy, handedTo, mostVoicesIn, voicesInForce, type Handed } from "../../store/voice/handed.read.ts";
import type { CommunityVisit } from "../visit.ts";

/** Where a community has more members than this, one is named by their handle instead of picked from a list. */
export const mostPicked = 150;
const chainsPerPage = 40;

/** All that the page shows of who speaks for whom in a community. */
export interface VoicesView {
  readonly visit: CommunityVisit;
  /** How many voices somebody holds at most; 0 where there are none. */
  readonly most: number;
  /** What the reader has handed over or offered. */
  readonly out: readonly Handed[];
  /** What was offered to the reader and waits for their word. */
  readonly offered: readonly Handed[];
  /** What the reader holds. */
  readonly held: readonly Handed[];
  readonly chains: readonly VoiceChain[];
  readonly skipped: number;
  readonly chainsInAll: number;
  /** To whom the reader can hand theirs; undefined where they are too many to pick from. */
  readonly others: readonly PersonDescription[] | undefined;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** The proposals that some of these voices are for. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** The proposal for which the form was asked. */
  readonly about: Proposal | undefined;
}

/** Reads it, for a member. */
export async function readVoicesView(visit: CommunityVisit, personId: string, asked: string): Promise<VoicesView> {
  const { c, application, community } = visit;
  const { read } = application;
  const now = application.clock();
  const [most, inForce, out, to, members] = await Promise.all([
    mostVoicesIn(read, community.id),
    voicesInForce(read, community.id, now),
    handedBy(read, community.id, personId, now),
    handedTo(read, community.id, personId, now),
    membersOf(read, community.id, { after: "", limit: mostPicked + 1 }),
  ]);
  const all = chainsOf(inForce);
  const skipped = pageStart(c.req.query("skip"), all.length);
  const chains = all.slice(skipped, skipped + chainsPerPage);
  const picked = members.length > mostPicked ? [] : members.map((member) => member.personId);
  const shown = [...out, ...to].flatMap(({ giver, holder }) => [giver, holder]);
  const people = await describePeople(read, [...shown, ...chains.flatMap((chain) => chain.people), ...picked]);
  const others = picked.flatMap((id) => (id === personId ? [] : (people.get(id) ?? [])));
  const about = asked === "" ? undefined : await proposalById(read, asked);
  return {
    visit,
    most,
    out,
    offered: to.filter((voice) => voice.acceptedAt === undefined),
    held: to.filter((voice) => voice.acceptedAt !== undefined),
    chains,
    skipped,
    chainsInAll: all.length,
    others: members.length > mostPicked ? undefined : others.filter(({ name }) => name !== undefined).toSorted(byName),
    people,
    proposals: await proposalsOf(visit, [...chains, ...out, ...to]),
    about: about?.communityId === community.id ? about : undefined,
  };
}

/** The next page of chains, if there is one. */
export function nextChains(view: VoicesView): number | undefined {
  const next = view.skipped + chainsPerPage;
  return next < view.chainsInAll ? next : undefined;
}

async function proposalsOf(
  { application }: CommunityVisit,
  voices: readonly { readonly scope: string; readonly subject: string }[],
): Promise<ReadonlyMap<string, Proposal>> {
  const ids = new Set(voices.flatMap(({ scope, subject }) => (scope === "proposal" ? [subject] : [])));
  const found = await Promise.all([...ids].map((id) => proposalById(application.read, id)));
  return new Map(
    found.flatMap((proposal) => (proposal === undefined ? [] : [[proposal.id as string, proposal] as const])),
  );
}

function byName(one: PersonDescription, other: PersonDescription): number {
  return (one.name ?? "").localeCompare(other.name ?? "");
}

function pageStart(asked: string | undefined, all: number): number {
  const skip = Number(asked ?? "0");
  return Number.isSafeInteger(skip) && skip > 0 && skip < all ? skip : 0;
}
