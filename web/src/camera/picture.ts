import { Problem } from "../problem.ts";
import { codeReader } from "./reader.ts";

/** Sides, in pixels, at which a picture is looked at: a code may fill it or be a small part. */
const SIDES = [1000, 1800, 600];
/** A larger file is no photograph of a code. */
const MOST = 50 << 20;

/** The text of the code in a picture, or of a health card's file. */
export async function textOfFile(file: File): Promise<string> {
  if (file.size > MOST) {
    throw new Problem("pageTooLarge");
  }
  if (!file.type.startsWith("image/")) {
    return file.text();
  }
  const read = await codeReader();
  const picture = await createImageBitmap(file).catch(() => {
    throw new Problem("pageNoCode");
  });
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const text = await read(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
    if (text !== undefined) {
      return text;
    }
  }
  throw new Problem("pageNoCode");
}
