import { bringFile } from "../decisions/commands/attachments/bring-file.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { seatingPlan } from "./seed-picture.ts";
import type { Stage } from "./seed-stage.ts";

/** How the league sits when it meets: a drawing with what it shows in words, and a plan to print. */
export async function seedAttachments({ run, actorOf, communityId }: Stage): Promise<void> {
  const opener = actorOf("Maëlle Kerdoncuff");
  const alt = "A round table from above with ten seats around it, none at its head, and a door to the left.";
  const drawing = await run(
    bringFile,
    {
      communityId,
      name: "round-table.webp",
      mediaType: "image/webp",
      alt,
      bytes: seatingPlan.bytes,
      picture: { width: seatingPlan.width, height: seatingPlan.height, preview: seatingPlan.bytes },
    },
    opener,
  );
  const { threadId, postId } = await run(
    openThread,
    {
      communityId,
      title: "How we sit when we meet",
      text: "Last time half of us looked at the backs of the other half. Could we sit in one round?",
      language: "en",
      attached: [{ id: drawing.attachmentId, alt }],
    },
    opener,
  );
  const answerer = actorOf("Jonas Weide");
  const plan = await run(
    bringFile,
    {
      communityId,
      threadId,
      name: "hall-with-measures.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from(printedPlan).toString("base64"),
    },
    answerer,
  );
  const text = "The hall is seven metres wide, so ten chairs fit. I have written the measures down, to print.";
  const attached = [{ id: plan.attachmentId, alt: "" }];
  await run(writePost, { communityId, threadId, parentId: postId, text, attached }, answerer);
}

/** One page of a PDF, as short as one can be; readers rebuild the table of its parts. */
const printedPlan = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 72>>stream
BT /F1 18 Tf 40 200 Td (The hall: 7 m by 9 m, ten chairs, one door) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
