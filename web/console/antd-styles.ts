/**
 * Ant Design writes its rules into <style> elements, which the page's content security policy refuses.
 * They are collected in an element that never joins the document and handed over as one constructed
 * style sheet, which the policy allows; so the policy stays strict on every page.
 */
export const antdStyles: HTMLElement = document.createElement('div');

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
new MutationObserver(handOver).observe(antdStyles, { childList: true, subtree: true, characterData: true });

function handOver(): void {
  sheet.replaceSync([...antdStyles.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
}
