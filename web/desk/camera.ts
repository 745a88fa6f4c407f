import { NoCamera, watch } from "../src/camera/frames.ts";
import type { Api, Begun } from "./api.ts";
import { Problem } from "./problem.ts";

/** A frame's brightness, a byte for each pixel (ITU-R BT.601). */
function brightness(pixels: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const luma = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < luma.length; at += 1) {
    const from = at * 4;
    luma[at] = (pixels[from]! * 77 + pixels[from + 1]! * 150 + pixels[from + 2]! * 29) >> 8;
  }
  return luma;
}

/** Shows the camera until the server reads a code in a frame; undefined once `signal` says stop. */
export async function scanByCamera(video: HTMLVideoElement, signal: AbortSignal, api: Api): Promise<Begun | undefined> {
  const drawing = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  try {
    return await watch(video, signal, async (frame, width, height) => {
      drawing.canvas.width = width;
      drawing.canvas.height = height;
      drawing.drawImage(frame, 0, 0, width, height);
      const begun = await api.scanFrame(brightness(drawing.getImageData(0, 0, width, height).data), width, height);
      return begun.found === "code" ? begun : undefined;
    });
  } catch (error) {
    throw error instanceof NoCamera ? Problem.of("uiNoCamera") : error;
  }
}
