/** How many complaints of one reporter may be open in one community: a person here, or a server by its host. */
export const mostOpenReports = { perPerson: 10, perHost: 50 } as const;
