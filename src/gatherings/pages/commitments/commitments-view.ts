import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { actsOn, type CommitmentAct } from "../../model/commitments/commitment.ts";
import {
  commitmentCounts,
  commitmentsIn,
  openCommitmentsOf,
  type CommitmentCounts,
  type HeldCommitment,
  type OpenCommitment,
} from "../../store/commitments/commitments.read.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { peopleToChoose, type PeopleToChoose } from "../people-to-choose.ts";
import type { GatheringVisit } from "../visit.ts";

const most = { open: 100, closed: 50, waiting: 100, earlier: 10 } as const;

/** One commitment, and what this reader can do with it. */
export interface CommitmentView {
  readonly commitment: HeldCommitment;
  readonly acts: readonly CommitmentAct[];
  readonly isOwn: boolean;
  /** Its day has passed and it is still open. */
  readonly isOverdue: boolean;
}

/** What the page of a gathering's commitments shows to this reader. */
export interface CommitmentsView {
  readonly visit: GatheringVisit;
  readonly counts: CommitmentCounts;
  readonly open: readonly CommitmentView[];
  readonly done: readonly CommitmentView[];
  readonly dropped: readonly CommitmentView[];
  /** Not taken on yet, or declined: for those alone whom it concerns, and for organisers. */
  readonly waiting: readonly CommitmentView[];
  /** Still open from other gatherings of the community; none once this one is over. */
  readonly earlier: readonly OpenCommitment[];
  readonly hasMoreEarlier: boolean;
  readonly choices: PeopleToChoose;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

export async function readCommitmentsView(visit: GatheringVisit): Promise<CommitmentsView> {
  const { application, gathering, standing, c } = visit;
  const { read } = application;
  const [open, done, dropped] = await Promise.all([
    commitmentsIn(read, gathering.id, "accepted", most.open),
    commitmentsIn(read, gathering.id, "done", most.closed),
    commitmentsIn(read, gathering.id, "dropped", most.closed),
  ]);
  const waiting = standing.personId === undefined ? [] : await readWaiting(visit);
  const earlier = isOver(gathering)
    ? []
    : await openCommitmentsOf(read, gathering.communityId, { except: gathering.id, limit: most.earlier + 1 });
  const shown = [...open, ...done, ...dropped, ...waiting, ...earlier];
  const today = c.var.frame.now.toZonedDateTimeISO(gathering.zone).toPlainDate();
  const seen = (commitment: HeldCommitment) => viewOf(visit, commitment, today);
  return {
    visit,
    counts: await commitmentCounts(read, gathering.id),
    open: open.map(seen),
    done: done.map(seen),
    dropped: dropped.map(seen),
    waiting: waiting.map(seen),
    earlier: earlier.slice(0, most.earlier),
    hasMoreEarlier: earlier.length > most.earlier,
    choices: await peopleToChoose(visit, ""),
    people: await describePeople(
      read,
      shown.flatMap(({ ownerId, proposerId }) => [ownerId, proposerId]),
    ),
  };
}

/** Whether nothing can be promised there any more. */
export function isClosed({ state }: Gathering): boolean {
  return state === "cancelled";
}

function isOver({ state }: Gathering): boolean {
  return state === "held" || state === "minuted" || state === "cancelled";
}

async function readWaiting({ application, gathering, standing }: GatheringVisit): Promise<readonly HeldCommitment[]> {
  const found = await Promise.all(
    (["proposed", "declined"] as const).map((state) =>
      commitmentsIn(application.read, gathering.id, state, most.waiting),
    ),
  );
  return found
    .flat()
    .filter(
      ({ ownerId, proposerId }) =>
        standing.organises || ownerId === standing.personId || proposerId === standing.personId,
    );
}

function viewOf({ standing }: GatheringVisit, commitment: HeldCommitment, today: Temporal.PlainDate): CommitmentView {
  const isOwn = standing.personId === commitment.ownerId;
  const mayWithdraw = standing.organises || standing.personId === commitment.proposerId;
  return {
    commitment,
    acts: actsOn(commitment.state, { isOwner: isOwn, mayWithdraw }),
    isOwn,
    isOverdue: commitment.state === "accepted" && Temporal.PlainDate.compare(commitment.due, today) < 0,
  };
}
