import { chromium, type Browser } from "@playwright/test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import QRCode from "qrcode";
import { ARGUMENTS, CHROMIUM } from "./browser.ts";

/** A QR code as ours are: the address as bytes, the digits as digits, level M. */
export const picture = (prefix: string, digits: string): Promise<Buffer> =>
  QRCode.toBuffer([{ data: Buffer.from(prefix), mode: "byte" }, { data: digits, mode: "numeric" }] as never, { errorCorrectionLevel: "M", scale: 4, margin: 4 });

/** A browser whose camera sees a code. */
export async function withCamera(browser: Browser, code: Buffer, work: (camera: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "web-camera-"));
  const video = join(folder, "video.mjpeg");
  // A picture of the code, as a camera would show it: JPEG after JPEG.
  const studio = await browser.newPage({ viewport: { width: 640, height: 480 } });
  await studio.setContent(`<body style="margin:0;background:#ccc;display:grid;place-items:center;height:100vh"><img style="height:440px;image-rendering:pixelated" src="data:image/png;base64,${code.toString("base64")}">`);
  const frame = await studio.screenshot({ type: "jpeg", quality: 85 });
  await studio.close();
  writeFileSync(video, Buffer.concat(Array.from({ length: 5 }, () => frame)));
  const camera = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...ARGUMENTS, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`],
  });
  try {
    await work(camera);
  } finally {
    await camera.close();
    rmSync(folder, { recursive: true });
  }
}
