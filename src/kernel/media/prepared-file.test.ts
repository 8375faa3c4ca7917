import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { hugePng, photograph, pictureAs } from "../../../testing/pictures.ts";
import { encodedPicture } from "./encoded-picture.ts";
import { preparedFile } from "./prepared-file.ts";

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');

/** A file as it would be kept; a refusal makes the test fail. */
async function kept(name: string, bytes: Uint8Array) {
  const prepared = await preparedFile(name, bytes);
  if (!prepared.ok) throw new Error(prepared.refusal.kind);
  return prepared.value;
}

describe("a picture", () => {
  test("is turned upright, and keeps nothing of the place, the time and the camera", async () => {
    const original = await photograph();
    expect((await sharp(original).metadata()).exif?.includes("Quilletphone")).toBe(true);
    const { name, mediaType, bytes, picture } = await kept("IMG_0042.JPG", original);
    expect({ name, mediaType, width: picture?.width, height: picture?.height }).toEqual({
      name: "IMG_0042.webp",
      mediaType: "image/webp",
      width: 800,
      height: 1_200,
    });
    for (const part of [bytes, picture?.preview ?? Buffer.alloc(0)]) {
      const found = await sharp(part).metadata();
      expect([found.format, found.exif, found.xmp, found.iptc, found.orientation]).toEqual([
        "webp",
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(Buffer.from(part).includes("Quillet")).toBe(false);
    }
  });

  test("is no larger than is shown, and has a small one beside it", async () => {
    const { bytes, picture } = await kept("wide.jpg", await photograph(4_096, 1_024));
    expect([picture?.width, picture?.height]).toEqual([512, 2_048]);
    const small = await sharp(picture?.preview).metadata();
    expect([small.width, small.height]).toEqual([120, 480]);
    expect(bytes.length).toBeLessThan(100_000);
  });

  test.each(["jpeg", "png", "webp", "gif", "avif"] as const)(
    "that is %s is taken by its bytes, whatever its name",
    async (kind) => {
      const { name, mediaType } = await kept("report.html", await pictureAs(kind));
      expect([name, mediaType]).toEqual(["report.webp", "image/webp"]);
    },
  );

  test("with a page hidden in it is kept without the page", async () => {
    const polyglot = Buffer.concat([await pictureAs("jpeg"), Buffer.from("<html><script>alert(1)</script></html>")]);
    expect(Buffer.from((await kept("page.jpg", polyglot)).bytes).includes("script")).toBe(false);
  });

  test("that is cut off, broken, or unfolds into nine hundred million points is refused", async () => {
    const whole = await photograph();
    const broken = [
      whole.subarray(0, Math.floor(whole.length / 2)),
      Buffer.from("\u00ff\u00d8\u00ff\u00e0 no picture at all", "latin1"),
      hugePng(30_000),
    ];
    for (const bytes of broken) {
      expect(await preparedFile("p.png", bytes)).toEqual({ ok: false, refusal: { kind: "picture-unreadable" } });
    }
    expect(hugePng(30_000).length).toBeLessThan(2_000);
  });

  test("that cannot be read in time is given up", async () => {
    expect(await encodedPicture(await photograph(), 1)).toEqual({ ok: false, refusal: { kind: "picture-too-slow" } });
  });

  test("of a kind whose metadata cannot be taken out is refused", async () => {
    const heic = Buffer.from("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "latin1");
    const tiff = Buffer.from("II*\u0000\u0008\u0000\u0000\u0000", "latin1");
    for (const bytes of [heic, tiff]) {
      expect(await preparedFile("p.jpg", bytes)).toEqual({ ok: false, refusal: { kind: "picture-kind-unknown" } });
    }
  });

  test("does not bring more at once than a few: the others are told to wait", async () => {
    const bytes = await pictureAs("png");
    const answers = await Promise.all(Array.from({ length: 10 }, () => encodedPicture(bytes)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
    expect(answers.at(-1)).toEqual({ ok: false, refusal: { kind: "pictures-busy" } });
  });
});

describe("another file", () => {
  test.each([
    ["a drawing with a script", svg, "drawing.svg"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "page.html"],
    ["an actor", Buffer.from('{"type":"Person","id":"https://victim.example/users/ana"}'), "actor.json"],
    ["a page that says it is a picture", Buffer.from("<html>GIF89a</html>"), "photo.gif"],
  ])("such as %s is kept as it is, as bytes that nobody is to open by themselves", async (_words, bytes, name) => {
    expect(await kept(name, bytes)).toEqual({ name, mediaType: "application/octet-stream", bytes, picture: undefined });
  });

  test("that is a PDF says so, and nothing more of it is believed", async () => {
    expect((await kept("plan.exe", Buffer.from("%PDF-1.7\n"))).mediaType).toBe("application/pdf");
  });

  test("that is empty is refused", async () => {
    expect(await preparedFile("a.txt", Buffer.alloc(0))).toEqual({ ok: false, refusal: { kind: "file-empty" } });
  });
});
