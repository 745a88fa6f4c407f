import { joined, type Bytes } from "./bytes.ts";

/** Raw deflate (RFC 1951), undone by the browser: undefined where it is damaged, "too-large" beyond `most` bytes. */
export async function inflateRaw(bytes: Bytes, most: number): Promise<Bytes | "too-large" | undefined> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return readWhole(stream, most).catch(() => undefined);
}

/** All bytes of a stream; no more than `most` are kept. */
export async function readWhole(
  stream: ReadableStream<Uint8Array<ArrayBufferLike>>,
  most: number,
): Promise<Bytes | "too-large"> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return joined(...parts);
    }
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      return "too-large";
    }
    parts.push(value);
  }
}
