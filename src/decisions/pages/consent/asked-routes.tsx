import type { Hono } from "hono";
import { describePeople } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageEnv } from "../../../ui/request.ts";
import { delegatesNow } from "../../commands/consent/speakers.ts";
import { electorateChosen, leftOutOf } from "../../store/electorate/electorates.read.ts";
import { voicesListed } from "../../store/electorate/voices.read.ts";
import { electorsOf } from "../../store/proposals/stances.read.ts";
import { areNamesFor } from "../proposals/proposal-view.ts";
import { AskedPage, type AskedView } from "./asked-page.tsx";
import { visitingConsent, type ConsentVisit } from "./consent-visit.ts";

const perPage = 100;

/** Whom a consent process asks and whom not, each with the reason, as it was written down when it was submitted. */
export function askedRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/consents/:consent/electorate",
    visitingConsent(application, async (visit) => {
      const { consent, isMember, c } = visit;
      if (consent.proposalId !== undefined || (consent.state === "draft" && !isMember)) return showNotFound(c);
      return c.html(<AskedPage visit={visit} view={await readAskedView(visit)} />);
    }),
  );
}

async function readAskedView(visit: ConsentVisit): Promise<AskedView> {
  const { application, consent, c } = visit;
  const { read } = application;
  const asked = await electorateChosen(read, consent.id);
  const isOfVoices = asked.kind === "organisations";
  const isNamed = areNamesFor(visit);
  const page = (name: string) => ({ after: c.req.query(name) ?? "", limit: perPage + 1 });
  const list = { communityId: consent.communityId, listId: consent.id };
  const [voices, delegates, electors, leftOut] = await Promise.all([
    isOfVoices ? voicesListed(read, consent.id) : [],
    isOfVoices && isNamed ? delegatesNow(read, list, c.var.frame.now) : [],
    isNamed && !isOfVoices ? electorsOf(read, consent.id, page("after")) : [],
    isNamed ? leftOutOf(read, consent.id, page("out")) : [],
  ]);
  const shown = { electors: electors.slice(0, perPage), leftOut: leftOut.slice(0, perPage) };
  const people = [...delegates, ...shown.electors, ...shown.leftOut].map(({ personId }) => personId as string);
  return {
    ...shown,
    asked,
    voices,
    delegates,
    isNamed,
    people: await describePeople(read, people),
    next: {
      electors: electors.length > perPage ? shown.electors.at(-1)?.personId : undefined,
      leftOut: leftOut.length > perPage ? shown.leftOut.at(-1)?.personId : undefined,
    },
  };
}
