/** The files that pdfmake sees instead of the disk; its types leave the module out. */
declare module 'pdfmake/js/virtual-fs.js' {
  const virtualFs: { readonly default: { writeFileSync(name: string, content: Buffer): void } };
  export default virtualFs;
}
