type BuiltIn = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
declare global {
  interface Window {
    /** Not every browser reads QR codes by itself; some that do know other kinds only. */
    readonly BarcodeDetector?: {
      new (options: { formats: readonly string[] }): BuiltIn;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

/** The texts of the codes in what the camera shows at this moment. */
export type CodeDetector = (video: HTMLVideoElement) => Promise<readonly string[]>;

/**
 * The browser's own detector, or the decoder that we bring, which is loaded only here and reads QR codes alone.
 * Bars are looked for only where the browser knows them. Throws where the decoder cannot be loaded.
 */
export async function codeDetector(wanted: readonly ('qr_code' | 'code_128')[] = ['qr_code']): Promise<CodeDetector> {
  const BuiltInDetector = window.BarcodeDetector;
  const known = (await BuiltInDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BuiltInDetector === undefined || !known.includes('qr_code')) return (await import('./qr-decoder.ts')).qrDecoder();
  const detector = new BuiltInDetector({ formats: wanted.filter((format) => known.includes(format)) });
  return async (video) => (await detector.detect(video).catch(() => [])).map(({ rawValue }) => rawValue);
}
