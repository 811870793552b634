import { useConsole } from './console-context.ts';

const ONLY_HERE = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/;

/** Whether an address leads to the machine itself and nowhere from another device. */
export function leadsToThisMachineOnly(address: string): boolean {
  return ONLY_HERE.test(new URL(address).hostname);
}

/** What is printed or handed over names the installation as everyone reaches it, not as this window was opened. */
export function usePublicOrigin(): string {
  return new URL(useConsole().day.screen.boothAddress).origin;
}
