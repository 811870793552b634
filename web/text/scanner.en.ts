import type { zh } from './scanner.zh.ts';

export const en: typeof zh = {
  scan: 'Scan with the camera',
  scanStop: 'Stop scanning',
  scanning: 'Hold the QR code inside the letter before the camera.',
  faults: {
    refused: 'The browser was not allowed to use the camera. Allow it at the lock sign beside the address and scan again, or type the code.',
    none: 'This device has no camera that can be used. Please type the code.',
    busy: 'Another program is using the camera. Close that program and scan again, or type the code.',
    other: 'The camera cannot be opened. Please try once more, or type the code.',
    'no-decoder': 'The scanner could not be fetched; the network may be gone. Please try once more, or type the code.',
  },
  wrong: {
    outside: 'This is the number outside of the letter, for check-in. Please open the letter and scan the code inside.',
    address: 'This is the address of the voting page, where you are already. Please open the letter and scan the code inside.',
    foreign: 'This QR code is not from a credential letter. Please open the letter and scan the code inside.',
  },
};
