import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './system-packages.ts';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium with Chinese fonts, installed from the system's packages where they are missing. Throws saying what to install. */
export function requireChromium(): string {
  if (!findChromium()) installPackages('Chromium', ['chromium']);
  if (!hasChineseFont()) installPackages('a Chinese font', ['fonts-noto-cjk', 'fontconfig']);
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium was found: install it, or set CHROMIUM_PATH to its program.');
  return chromium;
}

function findChromium(): string | undefined {
  return places.find((place) => place && existsSync(place));
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true; // the desktop systems bring theirs
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}
