import { Problem } from "../problem.ts";
import { NoCamera, watch } from "./frames.ts";
import { codeReader } from "./reader.ts";

/** Shows the camera in `video` until a code is seen; its text, or undefined once `signal` says stop. */
export async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const reader = codeReader();
  try {
    return await watch(video, signal, async (frame, width, height) => (await reader)(frame, width, height));
  } catch (error) {
    throw error instanceof NoCamera ? new Problem("pageNoCamera") : error;
  }
}
