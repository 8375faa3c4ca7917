import { accepted, refused, type Result } from "../base/result.ts";
import { encodedPicture, type PictureRefusal } from "./encoded-picture.ts";
import { fileKind } from "./file-kind.ts";
import { cleanFileName, withEnding } from "./file-name.ts";

/** A file as it is kept and served, whatever it was called and said to be. */
export interface PreparedFile {
  readonly name: string;
  /** One of ours: that of the pictures we encode, of PDF, or of bytes that nobody is to open by themselves. */
  readonly mediaType: "image/webp" | "application/pdf" | "application/octet-stream";
  readonly bytes: Uint8Array;
  /** Set for a picture. */
  readonly picture: { readonly width: number; readonly height: number; readonly preview: Uint8Array } | undefined;
}

export type FileRefusal =
  | PictureRefusal
  | { readonly kind: "file-empty" }
  /** A picture with metadata that cannot be taken out, since its kind is not read here. */
  | { readonly kind: "picture-kind-unknown" };

/** Makes of the bytes somebody sent what may be kept: a picture encoded anew, or the bytes as they are, to be saved and never shown. */
export async function preparedFile(name: string, bytes: Uint8Array): Promise<Result<PreparedFile, FileRefusal>> {
  if (bytes.length === 0) return refused({ kind: "file-empty" });
  const clean = cleanFileName(name);
  const kind = fileKind(bytes);
  switch (kind) {
    case "picture": {
      const encoded = await encodedPicture(bytes);
      if (!encoded.ok) return encoded;
      const { picture, ...rest } = encoded.value;
      return accepted({ name: withEnding(clean, "webp"), mediaType: "image/webp", bytes: picture, picture: rest });
    }
    case "foreign-picture":
      return refused({ kind: "picture-kind-unknown" });
    case "pdf":
      return accepted({ name: clean, mediaType: "application/pdf", bytes, picture: undefined });
    case "other":
      return accepted({ name: clean, mediaType: "application/octet-stream", bytes, picture: undefined });
  }
}
