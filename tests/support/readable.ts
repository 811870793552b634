import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SIZES = [[1920, 1080], [1280, 720], [1024, 768]] as const;

/**
 * What stands against reading the hall screen from the last row, at projectors' sizes: text below 1/40 of the height,
 * hall numbers below 1/6, and what does not lie inside the picture.
 */
export async function expectReadable(page: Page, scene: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    // Lists are measured again after a change of size, and their pages follow.
    await expect.poll(() => page.evaluate(faultsOfPicture), { message: `${scene} at ${String(width)}x${String(height)}`, timeout: 10_000 }).toEqual([]);
  }
}

/** Runs in the page. */
function faultsOfPicture(): string[] {
  const { innerHeight: height, innerWidth: width } = window;
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('.screen *')) {
    const ownText = Array.from(element.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim();
    if (ownText === '' || element.offsetParent === null || element.closest('.visually-hidden, .key-code-name') !== null) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (size < height / 40 - 0.05) faults.push(`${String(size)} px: ${ownText}`);
    if (left < -1 || right > width + 1 || top < -1 || bottom > height + 1) faults.push(`outside: ${ownText}`);
  }
  for (const number of document.querySelectorAll('.large-numbers dd, .countdown strong')) {
    if (Number.parseFloat(getComputedStyle(number).fontSize) < height / 6 - 0.05) faults.push(`a small number: ${number.textContent}`);
    if (number.scrollWidth > number.clientWidth + 1) faults.push(`a number wider than its place: ${number.textContent}`);
  }
  for (const box of document.querySelectorAll('.screen-main, .paged-box')) {
    if (box.scrollHeight > box.clientHeight + 1) faults.push(`${box.className} cuts ${String(box.scrollHeight - box.clientHeight)} px off`);
  }
  return faults;
}
