import { Problem } from "../problem.ts";
import { codeReader } from "./reader.ts";

const PAUSE_MS = 80;
/** The longer side at which frames are looked at, in pixels. */
const SIDE = 1280;

/** Shows the camera in `video` until a code is seen; its text, or undefined once `signal` says stop. */
export async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const [read, stream] = await Promise.all([codeReader(), camera()]);
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      const text = width > 0 ? await read(video, width, height) : undefined;
      if (text !== undefined) {
        return text;
      }
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) {
      track.stop();
    }
  }
}

async function camera(): Promise<MediaStream> {
  try {
    const wanted = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } };
    return await navigator.mediaDevices.getUserMedia({ video: wanted });
  } catch {
    throw new Problem("pageNoCamera");
  }
}
