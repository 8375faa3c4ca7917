import type { Hono } from "hono";
import { forbidden, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerVoice } from "../../commands/voice/answer-voice.ts";
import { handOverVoice } from "../../commands/voice/hand-over-voice.ts";
import { limitVoices } from "../../commands/voice/limit-voices.ts";
import { takeBackVoice } from "../../commands/voice/take-back-voice.ts";
import { carryOut } from "../acts.ts";
import { proposalPath, voicesPath } from "../addresses.ts";
import { visitingCommunity, type CommunityVisit } from "../visit.ts";
import { personNamed } from "./person-named.ts";
import { VoicesPage } from "./voices-page.tsx";
import { readVoicesView } from "./voices-view.ts";

const doneKeys = ["offered", "voice-taken", "voice-declined", "voice-laid-down", "returned", "limited"] as const;

/** Who speaks for whom, and handing one's voice over. */
export function voiceRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/voices",
    visitingAsMember(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      const asked = visit.c.req.query("proposal") ?? "";
      return visit.c.html(await voicesPage(visit, visit.personId, untouchedForm(visit.c.var.t), asked));
    }),
  );
  web.post("/communities/:handle/voices", visitingAsMember(application, handOver));
  web.post(
    "/communities/:handle/voices/limit",
    visitingAsMember(application, (visit) => {
      const input = { communityId: visit.community.id, most: textOf(sentForm(visit.c), "most") };
      return carryOut(
        visit,
        limitVoices,
        input,
        act(visit, () => "limited"),
      );
    }),
  );
  web.post(
    "/communities/:handle/voices/:voice/answer",
    visitingAsMember(application, (visit) => {
      const answer = textOf(sentForm(visit.c), "answer") as "yes";
      return carryOut(
        visit,
        answerVoice,
        { ...voiceIn(visit), answer },
        act(visit, ({ understood }: { readonly understood: string }) => understood),
      );
    }),
  );
  web.post(
    "/communities/:handle/voices/:voice/return",
    visitingAsMember(application, (visit) =>
      carryOut(
        visit,
        takeBackVoice,
        voiceIn(visit),
        act(visit, () => "returned"),
      ),
    ),
  );
}

/** Whoever hands theirs over for one proposal is led back there. */
async function handOver(visit: CommunityVisit): Promise<Response> {
  const sent = sentForm(visit.c);
  const proposalId = textOf(sent, "proposal");
  const chosen = ["scope", "topic", "months"].flatMap((name) =>
    textOf(sent, name) === "" ? [] : [[name, textOf(sent, name)] as const],
  );
  const holder = await personNamed(visit.application, textOf(sent, "holder"));
  const input = { communityId: visit.community.id, holder, proposalId, ...Object.fromEntries(chosen) };
  return carryOut(visit, handOverVoice, input, {
    ...act(visit, () => "offered"),
    ...(proposalId !== "" && {
      onwards: () => ({ path: proposalPath({ id: proposalId }), done: "voice-offered" }),
    }),
  });
}

function act<Value>(visit: CommunityVisit, done: (value: Value) => string) {
  const path = voicesPath(visit.community);
  return {
    page: path,
    onwards: (value: Value) => ({ path, done: done(value) }),
    again: (form: FormState) => {
      if (visit.personId === undefined) throw new Error("only whoever is signed in gets here");
      return voicesPage(visit, visit.personId, form, textOf(form.typed, "proposal"));
    },
  };
}

async function voicesPage(visit: CommunityVisit, personId: string, form: FormState, asked: string) {
  const view = await readVoicesView(visit, personId, asked);
  return <VoicesPage view={view} form={form} notice={<Said visit={visit} form={form} />} />;
}

function Said({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { t } = visit.c.var;
  if (visit.c.req.method === "POST") {
    const fields = ["holder", "scope", "topic", "months", "most"].map(
      (name) => [name, t(`decisions.voice.field.${name}`)] as const,
    );
    return <RefusalSummary form={form} fields={Object.fromEntries(fields)} />;
  }
  const done = doneKey(visit.c, doneKeys);
  return done === undefined ? null : <Notice t={t} what={t(`decisions.voice.done.${done}`)} />;
}

/** A route for members alone: who speaks for whom is open to all of them, and to nobody else. */
function visitingAsMember(application: Application, answer: (visit: CommunityVisit) => Response | Promise<Response>) {
  return visitingCommunity(application, (visit) =>
    visit.personId !== undefined && !visit.isMember ? forbidden(visit.c, "only-members") : answer(visit),
  );
}

function voiceIn({ c, community }: CommunityVisit) {
  return { communityId: community.id, voiceId: c.req.param("voice") ?? "" };
}
