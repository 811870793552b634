import type { Locator, Page } from 'playwright-core';

/** One act on printed ballots, on the clerk's or a scrutineer's page. */
export function sheetOf(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** The clerk's panel of printed ballots, folded away until it is needed. */
export async function unfoldsPrinted(clerk: Page): Promise<Locator> {
  await clerk.locator('summary').filter({ hasText: '纸质票' }).click();
  return sheetOf(clerk, '发纸质票');
}

/** The desk asks for one delegate who was told, the chief signs. */
export async function handsOut(clerk: Page, chief: Page, number: string): Promise<void> {
  await asksForPaper(clerk, number);
  await signsHandingOut(chief, number);
}

export async function asksForPaper(clerk: Page, number: string): Promise<void> {
  const desk = sheetOf(clerk, '发纸质票');
  await desk.getByRole('searchbox').fill(number);
  await desk.getByRole('checkbox', { name: /^已告知代表/ }).check();
  await desk.getByRole('button', { name: /^为 .+ 申请纸质票$/ }).click();
}

export async function signsHandingOut(chief: Page, number: string): Promise<void> {
  const asked = chief.getByRole('region', { name: new RegExp(`^纸质票：${number} `) });
  await asked.getByRole('button', { name: /^为 .+ 签字$/ }).click();
  await asked.waitFor({ state: 'detached' });
}

/** One of the two who count the folded ballots enters what was counted. */
export async function countsFolded(page: Page, numbers: Readonly<Record<string, string>>): Promise<void> {
  const sheet = sheetOf(page, '清点纸质票（折叠，不打开）');
  for (const [label, value] of Object.entries(numbers)) await sheet.getByRole('textbox', { name: label }).fill(value);
  await sheet.getByRole('button', { name: '录入清点数' }).click();
  await page.getByText(/您已录入，等另一人清点|两人录入的数目不一致|清点人：/).first().waitFor();
}

export async function signsCountReport(page: Page, line: string): Promise<void> {
  const report = sheetOf(page, '签清点报告');
  await report.getByText(line).waitFor();
  await report.getByRole('button', { name: '签清点报告' }).click();
}

/** One of the two who key the unfolded ballots, each alone; `doubtful` is the place in the pile of the one in doubt. */
export async function keysPile(page: Page, pile: readonly (readonly number[])[], doubtful?: number): Promise<void> {
  const sheet = sheetOf(page, '录入纸质票');
  for (const [index, marks] of pile.entries()) {
    await sheet.getByRole('heading', { name: `第 ${index + 1} / ${pile.length} 张` }).waitFor();
    for (const number of marks) await sheet.getByRole('checkbox', { name: new RegExp(`^${number}\\. `) }).check();
    if (doubtful === index + 1) await sheet.getByRole('checkbox', { name: '画选有疑问，请总监票人裁定' }).check();
    await sheet.getByRole('button', { name: index + 1 < pile.length ? '下一张' : `录完 ${pile.length} 张，交出` }).click();
  }
}

/** Stamped in the chief's browser, signed by another, put into the box in one act. */
export async function stampsPile(chief: Page, other: Page, size: number): Promise<void> {
  const stamp = sheetOf(chief, '为纸质票盖章、投入票箱');
  await stamp.getByRole('button', { name: `为 ${size} 张票备票并签字` }).click();
  await stamp.getByText('已签字，等另一位监票人签字。请不要关闭本页。').waitFor();
  await sheetOf(other, '为纸质票签字').getByRole('button', { name: `为 ${size} 张票签字` }).click();
  await stamp.getByRole('button', { name: `把 ${size} 张票投入票箱` }).click();
}
