import type { Hono } from "hono";
import { forbidden, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { readKeptFile } from "../../../kernel/media/kept-files.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { removeAttachment } from "../../commands/attachments/remove-attachment.ts";
import { attachmentById, type Attachment } from "../../store/attachments/attachments.read.ts";
import { postById, threadById } from "../../store/threads/threads.read.ts";
import { carryOut } from "../acts.ts";
import { postPath } from "../addresses.ts";
import { withThread, type PostVisit } from "../visit.ts";
import { attachmentPath } from "./attachment-paths.ts";
import { AttachmentRemovalPage } from "./removal-page.tsx";
import { serveFile } from "./served-file.ts";

/** Files of posts: shown or saved by whoever may read the post, and taken away by its author or a steward. */
export function attachmentRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/attachments/:attachment", (c) => showFile(application, c, (file) => file.digest));
  web.get("/attachments/:attachment/preview", (c) => showFile(application, c, (file) => file.picture?.previewDigest));
  web.get("/attachments/:attachment/removal", (c) =>
    visitingAttachment(application, c, (visit, file) => {
      if (visit.personId === undefined) return signInFirst(c);
      if (!mayRemove(visit)) return forbidden(c, "not-your-post");
      return c.html(<AttachmentRemovalPage visit={visit} file={file} form={untouchedForm(c.var.t)} />);
    }),
  );
  web.post("/attachments/:attachment/removal", (c) =>
    visitingAttachment(application, c, (visit, file) => {
      const about = { communityId: visit.community.id, threadId: visit.thread.id, postId: visit.post.id };
      const input = { ...about, attachmentId: file.id, reason: textOf(sentForm(c), "reason") };
      return carryOut(visit, removeAttachment, input, {
        page: `${attachmentPath(file)}/removal`,
        onwards: () => ({ path: postPath(visit.post), done: "attachment-removed" }),
        again: (form) => <AttachmentRemovalPage visit={visit} file={file} form={form} />,
      });
    }),
  );
}

/** Whether this reader takes files of a post away. */
export function mayRemove({ post, personId, isSteward }: Pick<PostVisit, "post" | "personId" | "isSteward">): boolean {
  return isSteward || personId === post.authorId;
}

type Answer = Response | Promise<Response>;

/** What was not sent yet its owner alone sees; the rest whoever may read the post, as long as it stands. */
async function showFile(
  application: Application,
  c: PageContext,
  digestOf: (file: Attachment) => string | undefined,
): Promise<Response> {
  const file = await attachmentById(application.read, c.req.param("attachment") ?? "");
  const digest = file === undefined ? undefined : digestOf(file);
  if (file === undefined || digest === undefined || file.removedAt !== undefined) return showNotFound(c);
  const serve = async (isForEveryone: boolean) => {
    const isShown = file.picture !== undefined;
    const served = { name: file.name, mediaType: file.mediaType, digest, isShown, isForEveryone };
    return (await serveFile(c, served, () => readKeptFile(application.read, digest))) ?? showNotFound(c);
  };
  if (file.postId === undefined) return c.var.reader.person?.id === file.personId ? serve(false) : showNotFound(c);
  return visitingAttachment(application, c, ({ thread }) => serve(thread.audience === "everyone"));
}

/** Answers about a file of a post that stands; one among members is shown to members alone. */
async function visitingAttachment(
  application: Application,
  c: PageContext,
  answer: (visit: PostVisit, file: Attachment) => Answer,
): Promise<Response> {
  const { read } = application;
  const file = await attachmentById(read, c.req.param("attachment") ?? "");
  const post = file?.postId === undefined ? undefined : await postById(read, file.postId);
  const thread = post === undefined ? undefined : await threadById(read, post.threadId);
  if (file === undefined || post === undefined || thread === undefined) return showNotFound(c);
  if (file.removedAt !== undefined || post.removedAt !== undefined) return showNotFound(c);
  return withThread(application, c, thread, (visit) => answer({ ...visit, post }, file));
}
