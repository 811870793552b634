import type { Page } from 'playwright-core';

/** A cheap phone on a crowded line. */
export const SLOW_PHONE = { cpuSlowdown: 4, downMbitPerSecond: 1.6, upMbitPerSecond: 0.75, latencyMs: 150 } as const;

export async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const bytesPerSecond = (megabits: number) => (megabits * 1_000_000) / 8;
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_PHONE.latencyMs,
    downloadThroughput: bytesPerSecond(SLOW_PHONE.downMbitPerSecond),
    uploadThroughput: bytesPerSecond(SLOW_PHONE.upMbitPerSecond),
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.cpuSlowdown });
}
