import type { Child } from "hono/jsx";
import type { Application } from "../../../kernel/application.ts";
import { Section } from "../../../ui/components/section.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { ladderOf } from "../../commands/ladder/ladder-of.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { stepKinds, type StepKind } from "../../model/ladder/step.ts";
import { proofKinds } from "../../model/verification/proofs.ts";
import { CheckedAt, DelegateLine, DocumentLine, VouchLine } from "./ladder-pieces.tsx";
import { ladderPath, vouchesPath } from "./ladder-paths.ts";
import { speaksHere } from "./speaks-here.ts";

/** How far a place has shown who speaks for it and how it decides: its five levels, each with what it rests on and when it was last seen. */
export async function ladderSection(
  c: PageContext,
  { read, clock }: Application,
  entry: DescribedEntry,
): Promise<Child | undefined> {
  if (entry.domain === undefined) return undefined;
  const { t } = c.var;
  const { delegates, documents, vouches } = await ladderOf(read, entry.id, clock());
  const lines: Readonly<Record<StepKind, readonly Child[]>> = {
    delegate: delegates.map((delegate) => <DelegateLine c={c} entry={entry} delegate={delegate} />),
    documents: documents.map((document) => <DocumentLine c={c} entry={entry} document={document} />),
    peers: vouches.map((vouch) => <VouchLine c={c} vouch={vouch} />),
  };
  return (
    <Section id="ladder" title={t("directory.ladder.title")} explained={t("directory.ladder.explained")}>
      <ol class="ladder">
        {proofKinds.map((kind) => {
          const proof = entry.proofs.find((one) => one.kind === kind && one.state !== "asked");
          const why = proof?.staleBecause;
          return (
            <li>
              <strong>{t(`directory.ladder.level.${kind}`)}</strong>
              {" · "}
              {t(`directory.ladder.state.${proof?.state === undefined ? "none" : proof.state}`)}
              {why !== undefined && <> · {t(`directory.stale.${why}`)}</>}
              <CheckedAt c={c} at={proof?.checkedAt} />
            </li>
          );
        })}
        {stepKinds.map((kind) => {
          const step = entry.steps.find((one) => one.kind === kind);
          return (
            <li>
              <strong>{t(`directory.ladder.level.${kind}`)}</strong>
              {" · "}
              {t(`directory.ladder.state.${step?.state ?? "none"}`)}
              {step?.fault !== undefined && <> · {t(`directory.step-fault.${step.fault}`)}</>}
              <CheckedAt c={c} at={step?.checkedAt} />
              {lines[kind].length > 0 && (
                <ul class="ladder-pieces">
                  {lines[kind].map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
      {c.var.reader.person !== undefined && (
        <p class="next-step">
          {(await speaksHere(c, read, entry)) ? (
            <a href={ladderPath(entry)}>{t("directory.ladder.show-more")}</a>
          ) : (
            <a href={`${vouchesPath(entry)}/new`}>{t("directory.vouch.link")}</a>
          )}
        </p>
      )}
    </Section>
  );
}
