// The photo of a phone's camera, and what a photo's bytes tell beyond the picture.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from './chance';

export const PHOTO = join(import.meta.dirname, '../fixtures/foto.jpg');

// A picture so busy that what the app makes of it fills several slices: noise, which no compression makes small. The same each time.
export function busyPhoto(path: string): string {
  const [width, height] = [860, 640];
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const random = chance(7);
  const points = Buffer.from(Array.from({ length: width * height * 3 }, () => random(256)));
  writeFileSync(path, Buffer.concat([head, points]));
  return path;
}

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
