import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A place that a camera wrote down: the degrees of a latitude, as they stand in a file. */
const placeInPicture = "45/1 28/1 1234/100";

/** A photograph as a telephone takes it: lying on its side, with place, time and name of the camera. Shown, it is `high` wide. */
export function photograph(width = 1_200, high = 800): Promise<Buffer<ArrayBuffer>> {
  const exif = {
    IFD0: { Make: "Quilletphone", Model: "Quillet 7" },
    IFD2: { DateTimeOriginal: "2027:01:30 18:22:11" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: placeInPicture },
  };
  return scene(width, high).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
}

/** A picture in one of the kinds that are taken. */
export function pictureAs(kind: "jpeg" | "png" | "webp" | "gif" | "avif"): Promise<Buffer<ArrayBuffer>> {
  return scene(120, 80).toFormat(kind).toBuffer();
}

/** A PNG of a few hundred bytes that says it is so wide and high, and holds the beginning of it. */
export function hugePng(side: number): Buffer<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * 50));
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function scene(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#7a4a21" } });
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(content.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
