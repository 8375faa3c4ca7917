import { expect, test } from "vitest";
import { attachmentLimits, overQuota, shownSize } from "./attachments.ts";
import { kindElsewhere } from "./elsewhere.ts";

const none = { files: 0, bytes: 0, bytesOfCommunity: 0 };

test("so many files and so many bytes may come of a person in a day, and of a community ever, to the last byte", () => {
  const { filesOfPersonADay, bytesOfPersonADay, bytesOfCommunity } = attachmentLimits;
  expect(overQuota({ ...none, files: filesOfPersonADay - 1 }, 1)).toBeUndefined();
  expect(overQuota({ ...none, files: filesOfPersonADay }, 1)).toEqual({ kind: "too-many-files-today", most: 40 });
  expect(overQuota({ ...none, bytes: bytesOfPersonADay - 7 }, 7)).toBeUndefined();
  expect(overQuota({ ...none, bytes: bytesOfPersonADay - 7 }, 8)).toEqual({ kind: "too-much-today", mebibytes: 40 });
  expect(overQuota({ ...none, bytesOfCommunity: bytesOfCommunity - 7 }, 7)).toBeUndefined();
  expect(overQuota({ ...none, bytesOfCommunity: bytesOfCommunity - 7 }, 8)).toEqual({
    kind: "community-files-full",
    mebibytes: 1024,
  });
});

test("a picture is shown in its own proportions, never larger than it is and never as nothing", () => {
  expect(shownSize({ width: 960, height: 320 }, 480)).toEqual({ width: 480, height: 160 });
  expect(shownSize({ width: 30, height: 20 }, 480)).toEqual({ width: 30, height: 20 });
  expect(shownSize({ width: 2_048, height: 1 }, 480)).toEqual({ width: 480, height: 1 });
});

test("what a post carries elsewhere is what its media type says, else its own type", () => {
  expect(kindElsewhere("image/png", "Document")).toBe("picture");
  expect(kindElsewhere(undefined, "Image")).toBe("picture");
  expect(kindElsewhere("video/mp4", "Document")).toBe("film");
  expect(kindElsewhere("audio/ogg", "Document")).toBe("sound");
  expect(kindElsewhere("application/pdf", "Document")).toBe("file");
});
