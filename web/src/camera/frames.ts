const PAUSE_MS = 80;
/** The longer side at which frames are looked at, in pixels. */
const SIDE = 1280;

/** There is no camera, or it may not be used. */
export class NoCamera extends Error {}

/** Shows the camera in `video` until `look` sees something in a frame; what it saw, or undefined once `signal` says stop. */
export async function watch<T>(
  video: HTMLVideoElement,
  signal: AbortSignal,
  look: (video: HTMLVideoElement, width: number, height: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  const stream = await camera();
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      const seen = width > 0 ? await look(video, width, height) : undefined;
      if (seen !== undefined) {
        return seen;
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
    throw new NoCamera();
  }
}
