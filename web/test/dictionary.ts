import { readFileSync } from "node:fs";
import { blake2b } from "@noble/hashes/blake2.js";
import { dictionaryOf, type Dictionaries } from "../src/card/card.ts";
import { root } from "./places.ts";

const words = readFileSync(`${root}/core/share/dictionary/card-1.bin`);
const label = Buffer.from("pocketchart/v1/card-dictionary\0");

/** `hash256("card-dictionary", dictionary 1)`. */
export const digest = Buffer.from(blake2b(Buffer.concat([label, words]), { dkLen: 32 })).toString("hex");

const first = dictionaryOf(words.toString("latin1"), digest);

/** The dictionaries that a reader has today. */
export const dictionaries: Dictionaries = (number) => (number === 1 ? first : undefined);
