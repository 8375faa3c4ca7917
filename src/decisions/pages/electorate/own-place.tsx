import { ActPanel } from "../../../ui/components/act-panel.tsx";
import type { Child } from "hono/jsx";
import { electoratePath } from "../addresses.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { whyNotWords } from "./electorate-words.ts";

interface NotAskedProps {
  readonly view: ProposalView;
  readonly title: string;
  readonly until: Child;
}

/** The panel of a reader who may not answer: why, from when, and who can. */
export function NotAsked({ view, title, until }: NotAskedProps) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const { not } = view.electorate;
  return (
    <ActPanel title={title} until={until} cannot={not === undefined ? undefined : whyNotWords(t, not)}>
      <p class="next-step">
        <a href={electoratePath(proposal)}>{t("decisions.electorate.link")}</a>
      </p>
    </ActPanel>
  );
}

/** In whose name the reader answers. */
export function OwnPlace({ view }: { readonly view: ProposalView }) {
  const { t } = view.visit.c.var;
  const { why, ownVoice } = view.electorate;
  if (why === undefined) return null;
  if (ownVoice === undefined) return <p class="term-line">{t(`decisions.electorate.may.${why}`)}</p>;
  const said = ownVoice.hasSpoken ? "spoken" : "silent";
  return <p>{t(`decisions.electorate.voice-${said}`, { organisation: ownVoice.name })}</p>;
}
