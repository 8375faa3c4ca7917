import { expect, test } from "vitest";
import { noVote, plainVotingRules, type VotingStanding } from "./standing.ts";

const joinedAt = Temporal.Instant.from("2027-02-01T10:00:00Z");
const member: VotingStanding = { role: "member", joinedAt, class: undefined, duesLapsedOn: undefined };
const week = { ...plainVotingRules, waitingDays: 7 };

test("a full member has a vote from the minute they joined, where nobody waits", () => {
  expect(noVote(member, plainVotingRules, joinedAt)).toBeUndefined();
});

test("who is new waits until the minute at which they have been a member so many days", () => {
  const until = Temporal.Instant.from("2027-02-08T10:00:00Z");
  expect(noVote(member, week, until.subtract({ seconds: 1 }))).toEqual({ why: "waiting", until });
  expect(noVote(member, week, until)).toBeUndefined();
});

test("a steward does not wait", () => {
  expect(noVote({ ...member, role: "steward" }, week, joinedAt)).toBeUndefined();
});

test("a class without a vote and lapsed dues keep a steward from answering, too", () => {
  const associate = { ...member, role: "steward", class: { name: "Associate", votes: false } } as const;
  expect(noVote(associate, plainVotingRules, joinedAt)).toEqual({ why: "class", className: "Associate" });
  const since = Temporal.PlainDate.from("2027-01-01");
  expect(noVote({ ...member, duesLapsedOn: since }, week, joinedAt)).toEqual({ why: "dues", since });
});

test("a class with a vote keeps nobody", () => {
  expect(noVote({ ...member, class: { name: "Worker", votes: true } }, plainVotingRules, joinedAt)).toBeUndefined();
});
