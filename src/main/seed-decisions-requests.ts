import { draftRequest } from "../decisions/commands/requests/draft-request.ts";
import { moveRequest } from "../decisions/commands/requests/move-request.ts";
import { writeRequest } from "../decisions/commands/requests/write-request.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { requestByNumber } from "../decisions/store/requests/requests.read.ts";
import type { Stage } from "./seed-stage.ts";

/** At the beginning of the story: a request whose last call runs while the league meets. */
export async function seedFirstRequest(stage: Stage): Promise<void> {
  const { run, actorOf, communityId } = stage;
  const author = actorOf("Jonas Weide");
  const { threadId, postId } = await run(
    openThread,
    {
      communityId,
      title: "How we name things to one another",
      text: "Half of our misunderstandings are words. I have written down the ones we use most.",
      language: "en",
    },
    author,
  );
  const title = "Words we use with one another";
  const first = `${words}\n- **Bridge**: somebody who speaks with two servers that do not.`;
  const { requestId } = await run(draftRequest, { communityId, threadId, title, text: first }, author);
  const about = { communityId, requestId };
  await run(moveRequest, { ...about, to: "comments" }, author);
  const comment = { communityId, threadId, parentId: postId, text: "“Bridge” already means a program. Leave it out?" };
  await run(writePost, comment, actorOf("Tess Harrow"));
  await run(writeRequest, { ...about, title, text: words, note: "“Bridge” is out, as Tess said." }, author);
  await run(moveRequest, { ...about, to: "last-call", note: "Nothing else is open." }, author);
}

const words = [
  "- **Instance**: a server as the people on it know it.",
  "- **Moderator**: whoever answers reports, paid or not.",
  "- **League**: all of us together; it owns nothing but what we decide.",
].join("\n");

/** Today: the first request is final, a second one asks for comments. */
export async function seedRequests(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const first = await requestByNumber(application.read, communityId, 1);
  await run(moveRequest, { communityId, requestId: first?.id ?? "", to: "final" }, actorOf("Jonas Weide"));
  const author = actorOf("Noa Lindqvist");
  const { requestId } = await run(
    draftRequest,
    {
      communityId,
      threadId,
      title: "How servers pass reports on",
      text: "A report goes to the server of the reported account within a day, with the name of whoever reported only if they said yes. That server answers within three days, if only to say that it is looking.",
    },
    author,
  );
  await run(moveRequest, { communityId, requestId, to: "comments" }, author);
}
