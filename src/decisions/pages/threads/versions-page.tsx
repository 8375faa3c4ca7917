import { describePerson } from "../../../accounts/index.ts";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { differencesOf, type DifferencePiece } from "../../model/threads/text-differences.ts";
import { versionsOf, type PostVersion } from "../../store/threads/care.read.ts";
import { attachmentsOf } from "../../store/attachments/attachments.read.ts";
import { attachmentEditsOf } from "../../store/attachments/edits.read.ts";
import { postPath } from "../addresses.ts";
import { FilesOfVersion } from "../attachments/files-of-version.tsx";
import { PersonName } from "../person-name.tsx";
import type { PostVisit } from "../visit.ts";
import { WithinThread } from "./within-thread.tsx";

/** Every version of a post, and what one of them changed: the one the address names, else the last. */
export async function showVersions(visit: PostVisit): Promise<Response> {
  const { c, application, post } = visit;
  const { t } = c.var;
  const now = { version: post.version, text: post.text, writtenAt: post.editedAt ?? post.writtenAt };
  const versions: readonly PostVersion[] = [...(await versionsOf(application.read, post.id)), now];
  const asked = versions.findIndex(({ version }) => String(version) === c.req.query("version"));
  const place = asked === -1 ? versions.length - 1 : asked;
  const [earlier, shown] = [versions[place - 1], versions[place] ?? now];
  const pieces = earlier === undefined ? undefined : differencesOf(earlier.text, shown.text);
  const author = await describePerson(application.read, post.authorId);
  const files = (await attachmentsOf(application.read, [post.id])).get(post.id) ?? [];
  const edits = await attachmentEditsOf(application.read, post.id);
  return c.html(
    <WithinThread
      visit={visit}
      title={t("decisions.post.versions-title")}
      sentence={t("decisions.post.versions-sentence")}
    >
      <Section id="versions" title={t("decisions.post.versions-all")}>
        <ol class="version-list">
          {versions.map(({ version, writtenAt }) => (
            <li>
              <a
                href={`${postPath(post)}/versions?version=${version}`}
                aria-current={version === shown.version ? "true" : undefined}
              >
                <BriefTime t={t} instant={writtenAt} />
              </a>{" "}
              · {t(version === 1 ? "decisions.post.version-written" : "decisions.post.version-edited")}{" "}
              <PersonName t={t} person={author} />
            </li>
          ))}
        </ol>
      </Section>
      <Section
        id="version"
        title={t(pieces === undefined ? "decisions.post.version-first" : "decisions.post.version-changes")}
        explained={pieces === undefined ? undefined : t("decisions.post.version-legend")}
      >
        <p>
          <TimeText t={t} instant={shown.writtenAt} />
        </p>
        <div class="differences" dir="auto">
          {pieces === undefined ? shown.text : pieces.map((piece) => <Difference piece={piece} />)}
        </div>
        <FilesOfVersion t={t} version={shown.version} files={files} edits={edits} />
      </Section>
    </WithinThread>,
  );
}

function Difference({ piece }: { readonly piece: DifferencePiece }) {
  if (piece.kind === "added") return <ins>{piece.text}</ins>;
  return piece.kind === "gone" ? <del>{piece.text}</del> : <>{piece.text}</>;
}
