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

/** The texts of the QR codes in what the camera shows at this moment. */
export type CodeDetector = (video: HTMLVideoElement) => Promise<readonly string[]>;

/** The browser's own detector, or the decoder that we bring, which is loaded only here. Throws where it cannot be loaded. */
export async function codeDetector(): Promise<CodeDetector> {
  const BuiltInDetector = window.BarcodeDetector;
  const formats = (await BuiltInDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BuiltInDetector === undefined || !formats.includes('qr_code')) return (await import('./qr-decoder.ts')).qrDecoder();
  const detector = new BuiltInDetector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video).catch(() => [])).map(({ rawValue }) => rawValue);
}
