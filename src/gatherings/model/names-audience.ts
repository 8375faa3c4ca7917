/** Who may read who takes part in a gathering, by name. */
export type NamesAudience = "everyone" | "members" | "organisers";

/** What somebody is to a gathering and its community. */
export interface ReaderRoles {
  readonly organises: boolean;
  readonly isMember: boolean;
}

/**
 * Names of participants are as open as the community's list of members: whoever hides one wants the other hidden too.
 *
 * `namesAudience("stewards")` is `organisers`, since stewards organise every gathering of their community.
 */
export function namesAudience(memberList: "everyone" | "members" | "stewards"): NamesAudience {
  return memberList === "stewards" ? "organisers" : memberList;
}

/** Whether this reader is among those; a member is not among `organisers`, unless they organise. */
export function mayReadNames(audience: NamesAudience, reader: ReaderRoles): boolean {
  if (audience === "everyone" || reader.organises) return true;
  return audience === "members" && reader.isMember;
}
