import { expect, test } from "@playwright/test";
import { fromDigits } from "../../src/card/digits.ts";
import { bytesOf, vectors } from "../vectors.ts";

for (const vector of vectors("digits")) {
  test(`digits vector ${vector.name}: ${vector.about}`, () => {
    const bytes = fromDigits((vector.input as { digits: string; text?: string }).digits ?? vector.input.text ?? "");
    const means = (vector.means as { bytes?: string } | undefined)?.bytes;
    expect(bytes).toEqual(means === undefined ? undefined : bytesOf(means));
  });
}
