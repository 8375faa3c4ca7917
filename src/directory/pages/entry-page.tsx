import type { Child } from "hono/jsx";
import type { PersonDescription } from "../../accounts/index.ts";
import { canonicalJson } from "../../kernel/base/canonical-json.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { doneKey } from "../../ui/after-act.ts";
import { ActPanel } from "../../ui/components/act-panel.tsx";
import { Form } from "../../ui/components/form.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Person } from "../../ui/components/person.tsx";
import { Details, Section } from "../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../ui/components/submit.tsx";
import { BriefTime } from "../../ui/components/time-text.tsx";
import { Page } from "../../ui/layout.tsx";
import type { PageContext } from "../../ui/request.ts";
import { UserName, UserText } from "../../ui/text.tsx";
import { sayerKey, type Claim, type SettledFields } from "../model/claims.ts";
import type { DescribedEntry } from "../model/entry.ts";
import { fieldNames, saidFieldNames } from "../model/entry-fields.ts";
import { firstListName } from "../model/first-list.ts";
import type { OpenContest } from "../commands/contests/open-contests.ts";
import type { LookRecord } from "../store/look-up/looks.read.ts";
import type { PastClaim } from "../store/claims.read.ts";
import { contestsPath } from "./contests/contest-paths.ts";
import { Contested } from "./contests/contested.tsx";
import { directoryPath, entryPath, verificationPath } from "./directory-paths.ts";
import { fieldLabel, valueWords } from "./field-words.ts";
import { vouchActs } from "./ladder/ladder-paths.ts";
import { comparisonOf } from "./reading/reading-paths.ts";
import { HeardBy } from "./sharing/heard-by.tsx";
import { LookStatus } from "./look-up/look-status.tsx";
import { OpenDataOfEntry } from "./open-data/open-data-links.tsx";
import { isListedOnly, verifiedWords } from "./verification/verification-words.ts";

interface EntryPageProps {
  readonly c: PageContext;
  readonly entry: DescribedEntry;
  readonly past: readonly PastClaim[];
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly mayRemove: boolean;
  /** When its server was looked at, and whether this server looks at others at all. */
  readonly look: LookRecord | undefined;
  readonly looks: boolean;
  /** What the place replies. */
  readonly reply: Child;
  /** How far it is verified. */
  readonly ladder: Child;
  /** What is contested of it at present. */
  readonly contests: readonly OpenContest[];
}

/** One place: what is known of it, who says so by what source, who says otherwise, and what was said before. */
export function EntryPage({ c, entry, past, people, mayRemove, look, looks, reply, ladder, contests }: EntryPageProps) {
  const { frame, t } = c.var;
  const { fields } = entry;
  const done = doneKey(c, ["added", "said", "withdrawn", "look-asked", "replied", "reply-withdrawn", ...vouchActs]);
  const notes = notesOf(fields);
  const unknown = saidFieldNames.filter((field) => fields[field] === undefined);
  return (
    <Page
      frame={frame}
      title={entry.name}
      notice={done !== undefined && <Notice t={t} what={t(`directory.done.${done}`)} />}
      head={
        <PageHead
          frame={frame}
          kind={t(`directory.kind.${fields.kind?.claim.value ?? "instance"}`)}
          name={<UserName name={entry.name} />}
          sentence={
            entry.domain === undefined ? (
              t("directory.no-host")
            ) : (
              <a href={`https://${entry.domain}/`} rel="nofollow noopener">
                {entry.domain}
              </a>
            )
          }
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
      subject={
        <>
          {reply}
          <Section id="known" title={t("directory.known")}>
            <dl class="directory-fields">
              {fieldNames.map((field) => {
                const settled = fields[field];
                if (settled === undefined) return undefined;
                return (
                  <>
                    <dt>{fieldLabel(t, field)}</dt>
                    <dd>
                      <Value t={t} claim={settled.claim} notes={notes} />
                      <Contested c={c} claim={settled.claim} contests={contests} />
                      <TakeBack c={c} entry={entry} claim={settled.claim} />
                      {settled.against.map((claim) => (
                        <div class="said-otherwise">
                          <p>{t("directory.otherwise")}</p>
                          <Value t={t} claim={claim} notes={notes} />
                          <Contested c={c} claim={claim} contests={contests} />
                          <TakeBack c={c} entry={entry} claim={claim} />
                        </div>
                      ))}
                    </dd>
                  </>
                );
              })}
            </dl>
          </Section>
        </>
      }
      act={{
        panel: (
          <ActPanel title={t("directory.say-title")}>
            <p>{t("directory.say-why")}</p>
            <LinkButton href={`${entryPath(entry)}/claims/new`}>{t("directory.say")}</LinkButton>
            <p class="next-step">
              <a href={`${contestsPath(entry)}/new`}>{t("directory.contest")}</a>
            </p>
            <p>{isListedOnly(entry) ? t("directory.listed-only") : verifiedWords(t, entry)}</p>
            {entry.domain !== undefined && (
              <p class="next-step">
                <a href={verificationPath(entry)}>{t("directory.verify")}</a>
              </p>
            )}
            <p class="next-step">
              <a href={comparisonOf([entry.id])}>{t("directory.compare.with-others")}</a>
            </p>
            <LookStatus c={c} entry={entry} look={look} looks={looks} />
            <p>{t("directory.opt-out-how")}</p>
            {mayRemove && (
              <p class="next-step">
                <a href={`${entryPath(entry)}/removal`}>{t("directory.remove")}</a>
              </p>
            )}
          </ActPanel>
        ),
      }}
    >
      {ladder}
      <Section id="who-says" title={t("directory.who-says")}>
        <ol class="directory-notes">
          {notes.map((note, place) => (
            <li id={`note-${place + 1}`}>
              <Provenance t={t} claim={note} people={people} />
            </li>
          ))}
        </ol>
      </Section>
      {unknown.length > 0 && (
        <Section id="unknown" title={t("directory.not-known")}>
          <p>{unknown.map((field) => fieldLabel(t, field)).join(" · ")}</p>
        </Section>
      )}
      {past.length > 0 && (
        <Details summary={t("directory.past", { count: past.length })}>
          <ul class="directory-past">
            {past.map(({ claim, endedAt }) => (
              <li>
                <strong>{fieldLabel(t, claim.field)}</strong>
                <Value t={t} claim={claim} notes={[]} />
                <Provenance t={t} claim={claim} people={people} />
                {endedAt !== undefined && (
                  <p class="provenance">
                    {t("directory.until")} <BriefTime t={t} instant={endedAt} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <OpenDataOfEntry t={t} entry={entry} />
    </Page>
  );
}

/** What somebody said themselves they can take back. */
function TakeBack({ c, entry, claim }: Pick<EntryPageProps, "c" | "entry"> & { readonly claim: Claim }) {
  const { frame, t, reader } = c.var;
  const { claimant, field } = claim;
  if (claimant.kind !== "person" || claimant.personId !== reader.person?.id) return undefined;
  return (
    <Form frame={frame} action={`${entryPath(entry)}/claims/removal`}>
      <input type="hidden" name="field" value={field} />
      <Submit kind="quiet" label={t("directory.withdraw-of", { field: fieldLabel(t, field) })}>
        {t("directory.withdraw")}
      </Submit>
    </Form>
  );
}

/** Fields that lead somewhere. */
const addresses: ReadonlySet<string> = new Set(["bylaws", "contact", "serverActor"]);

interface ValueProps {
  readonly t: Translator;
  readonly claim: Claim;
  /** A claim of each kind of provenance, in the order in which the page names them. */
  readonly notes: readonly Claim[];
}

/** What is said, with the number of the note that says who says it. */
function Value({ t, claim, notes }: ValueProps) {
  const number = notes.findIndex((note) => provenanceKey(note) === provenanceKey(claim)) + 1;
  return (
    <div class="directory-value">
      {addresses.has(claim.field) && typeof claim.value === "string" ? (
        <a href={claim.value} rel="nofollow noopener">
          {claim.value}
        </a>
      ) : (
        <UserText text={valueWords(t, claim.field, claim.value)} />
      )}
      {number > 0 && (
        <a class="note-number" href={`#note-${number}`} aria-label={t("directory.note", { number })}>
          {number}
        </a>
      )}
    </div>
  );
}

/** What two claims have in common that the same somebody makes, as surely, by the same sources. */
function provenanceKey({ basis, claimant, asOf, sources, certainty, doubt, note }: Claim): string {
  return canonicalJson([basis, sayerKey(claimant), asOf, sources, certainty, doubt ?? null, note]);
}

/** Every kind of provenance on the page once, in the order of the fields. */
function notesOf(fields: SettledFields): readonly Claim[] {
  const notes = new Map<string, Claim>();
  for (const field of fieldNames) {
    const settled = fields[field];
    for (const claim of settled === undefined ? [] : [settled.claim, ...settled.against]) {
      const key = provenanceKey(claim);
      if (!notes.has(key)) notes.set(key, claim);
    }
  }
  return [...notes.values()];
}

/** Who says it, how they know, how sure they are and where it is written. */
function Provenance({ t, claim, people }: ProvenanceProps) {
  return (
    <div class="provenance">
      <p>
        {t(`directory.basis.${claim.basis}`)} <Claimant t={t} claim={claim} people={people} />
        {claim.asOf !== "" && <> · {t("directory.as-of", { when: claim.asOf })}</>} ·{" "}
        {t(`directory.certainty.${claim.certainty}`)}
      </p>
      {claim.note !== "" && <UserText text={claim.note} />}
      {claim.doubt !== undefined && <p>{t(`directory.doubt.${claim.doubt}`)}</p>}
      {claim.sources.length > 0 && (
        <ul class="sources" aria-label={t("directory.sources")}>
          {claim.sources.map((source) => (
            <li>
              <a href={source} rel="nofollow noopener">
                {URL.parse(source)?.host ?? source}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ProvenanceProps {
  readonly t: Translator;
  readonly claim: Claim;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

function Claimant({ t, claim, people }: ProvenanceProps) {
  const { claimant } = claim;
  switch (claimant.kind) {
    case "list":
      return (
        <>
          {claimant.name === firstListName
            ? t("directory.by-first-list")
            : t("directory.by-list", { list: claimant.name })}
        </>
      );
    case "program":
      return <>{t("directory.by-program")}</>;
    case "directory":
      return <HeardBy t={t} heard={claimant} />;
    case "person": {
      const person = people.get(claimant.personId);
      return person === undefined ? (
        <>{t("directory.by-somebody")}</>
      ) : (
        <Person t={t} name={person.name ?? person.handle ?? ""} handle={person.handle} href={person.url} />
      );
    }
  }
}
