// The photo of a phone's camera, and what a photo's bytes tell beyond the picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PHOTO = join(import.meta.dirname, '../fixtures/foto.jpg');

export function photoBytes(): Buffer {
  return readFileSync(PHOTO);
}

// The kinds of segments before the picture in a JPEG, such as APP0 or APP1 (EXIF).
export function segments(jpeg: Buffer): string[] {
  const names: string[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const marker = jpeg[at + 1];
    names.push(marker >= 0xe0 && marker <= 0xef ? `APP${marker - 0xe0}` : marker.toString(16));
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return names;
}

export function tellsCameraOrPlace(jpeg: Buffer): boolean {
  return segments(jpeg).includes('APP1') || ['Exif', 'TeladanCam', 'http://ns.adobe.com/xap'].some((word) => jpeg.includes(word));
}
