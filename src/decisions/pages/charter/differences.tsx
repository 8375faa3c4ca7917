import { differencesOf, type DifferencePiece } from "../../model/threads/text-differences.ts";

/** What became of a text, word by word: what is gone and what is new are marked as such for whoever hears it, too. */
export function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <div class="differences" dir="auto">
      {differencesOf(before, after).map((piece) => (
        <Difference piece={piece} />
      ))}
    </div>
  );
}

function Difference({ piece }: { readonly piece: DifferencePiece }) {
  if (piece.kind === "added") return <ins>{piece.text}</ins>;
  return piece.kind === "gone" ? <del>{piece.text}</del> : <>{piece.text}</>;
}
