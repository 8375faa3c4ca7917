import { describePeople } from "../../../accounts/index.ts";
import {
  communityById,
  membersWithStanding,
  noVote,
  organisationsOf,
  speaksOn,
  votingRulesOf,
  type StandingMember,
  type VotingRules,
} from "../../../communities/index.ts";
import { peopleInCircle } from "../../../circles/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { placeOf, type Asked } from "../../model/electorate/electorate.ts";
import { electorateChosen, namedPeople, type LeftOut } from "../../store/electorate/electorates.read.ts";
import { insertLeftOut, insertServers, insertVoices } from "../../store/electorate/electorates.write.ts";
import { insertElectors } from "../../store/proposals/proposals.write.ts";

/** Members are put on the list so many at a time. */
const ELECTORS_AT_ONCE = 2_000;

/**
 * Writes down who may answer and who may not, each with the reason, as of now and under the id of what they answer; whom it asks was chosen
 * under `chosenFor`. Only members are ever on the list: an address alone makes nobody an elector. Gives how many voices there are.
 */
export async function freezeElectorate(
  context: CommandContext,
  communityId: string,
  id: string,
  chosenFor = id,
): Promise<number> {
  const voices = await voicesAsked(context, communityId, id, chosenFor);
  const asked = voices ?? (await personsAsked(context, chosenFor));
  const rules = await votingRulesOf(context.db, communityId);
  const hosts = new Map<string, number>();
  let eligible = 0;
  let after = "";
  for (;;) {
    const members = await membersWithStanding(context.db, communityId, { after, limit: ELECTORS_AT_ONCE });
    const { electors, leftOut } = sorted(members, asked, rules, context.now);
    await insertElectors(context.db, id, electors);
    await insertLeftOut(context.db, id, leftOut);
    for (const host of await hostsOf(context, electors)) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    eligible += electors.length;
    after = members.at(-1)?.personId ?? "";
    if (members.length < ELECTORS_AT_ONCE) break;
  }
  // Of organisations each page says which have spoken; where their delegates live says nothing.
  if (voices !== undefined) return voices.count;
  await insertServers(context.db, id, hosts);
  return eligible;
}

function sorted(members: readonly StandingMember[], asked: Asked, rules: VotingRules, now: Temporal.Instant) {
  const electors: { personId: string; why: string }[] = [];
  const leftOut: LeftOut[] = [];
  for (const member of members) {
    const against = noVote(member, rules, now);
    const place = placeOf(asked, member, against);
    if (place.may) electors.push({ personId: member.personId, why: place.why });
    else {
      leftOut.push({
        personId: member.personId,
        why: place.why,
        until: place.why === "waiting" && against?.why === "waiting" ? against.until : undefined,
        className: place.why === "class" && against?.why === "class" ? against.className : "",
      });
    }
  }
  return { electors, leftOut };
}

async function personsAsked(context: CommandContext, chosenFor: string): Promise<Asked> {
  const { kind, circleId } = await electorateChosen(context.db, chosenFor);
  if (kind === "circle") return { kind, people: new Set(await peopleInCircle(context.db, circleId)) };
  if (kind === "people") return { kind, people: new Set(await namedPeople(context.db, chosenFor)) };
  return { kind: kind === "stewards" ? kind : "members" };
}

/** Where organisations are asked: writes down their voices and who speaks for each today. One for whom nobody speaks has no voice. */
async function voicesAsked(context: CommandContext, communityId: string, id: string, chosenFor: string) {
  if ((await electorateChosen(context.db, chosenFor)).kind !== "organisations") return undefined;
  const zone = (await communityById(context.db, communityId))?.zone ?? "UTC";
  const today = context.now.toZonedDateTimeISO(zone).toPlainDate();
  const listed = (await organisationsOf(context.db, communityId)).map((organisation) => ({
    ...organisation,
    delegates: organisation.delegates.filter((delegate) => speaksOn(delegate, today)),
  }));
  const speaking = listed.filter(({ delegates }) => delegates.length > 0);
  const spokenFor = speaking.flatMap((organisation) =>
    organisation.delegates.map(({ personId }) => ({
      proposal_id: id,
      person_id: personId,
      organisation_id: organisation.id,
    })),
  );
  const rows = speaking.map(({ id: organisation_id, name, host }) => ({
    proposal_id: id,
    organisation_id,
    name,
    host,
  }));
  await insertVoices(context.db, rows, spokenFor);
  const people: ReadonlySet<string> = new Set(spokenFor.map(({ person_id }) => person_id));
  return { kind: "organisations", people, count: speaking.length } as const;
}

/** Where these people live, one host for each; empty for those who came by e-mail. */
async function hostsOf(context: CommandContext, people: readonly { readonly personId: string }[]) {
  const ids = people.map(({ personId }) => personId);
  const described = await describePeople(context.db, ids);
  return ids.map((id) => described.get(id)?.host ?? "");
}
