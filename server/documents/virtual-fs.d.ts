/** The files that pdfmake sees instead of the disk; its types leave the module out. */
declare module 'pdfmake/js/virtual-fs.js' {
  type VirtualFs = { writeFileSync(name: string, content: Buffer): void };
  /** Node hands a CommonJS module over as it is, with its own `default`; bundlers unwrap it. */
  const virtualFs: VirtualFs | { readonly default: VirtualFs };
  export default virtualFs;
}
