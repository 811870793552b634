import { aSheetOf } from './xlsx.ts';

export type RollRow = { readonly number: string; readonly name: string; readonly delegation: string };

const SURNAMES = Array.from('陈李周沈吴何许郑冯蒋韩杨朱秦尤吕张孔曹严');
const GIVEN = ['正', '明华', '芳', '阿婆', '建国', '敏', '伟', '丽娟', '冰', '光', '志强', '秀英', '海燕', '国平', '文', '小红', '晓东', '桂兰', '立新', '卫民'];

/** A roll as an office keeps it: delegations one after the other, every name once as long as there are 400 or fewer. */
export function aRoll(delegations: readonly string[], each: number): readonly RollRow[] {
  return delegations.flatMap((delegation, group) =>
    Array.from({ length: each }, (_none, index) => {
      const at = group * each + index;
      const name = `${SURNAMES[at % SURNAMES.length] ?? ''}${GIVEN[Math.floor(at / SURNAMES.length) % GIVEN.length] ?? ''}`;
      return { number: String(at + 1).padStart(3, '0'), name, delegation };
    }),
  );
}

/** The workbook of a roll: a title above the header, the columns in an order of the office's own. */
export function rollWorkbook(title: string, roll: readonly RollRow[]): Uint8Array {
  const rows = roll.map(({ number, name, delegation }, index) => [index + 1, delegation, name, number]);
  return aSheetOf([[title], ['序号', '代表团', '姓名', '代表证号'], ...rows]);
}

/** The workbook of candidate projects in official order; what is not known is left empty. */
export function projectWorkbook(titles: readonly string[]): Uint8Array {
  const rows = titles.map((title, index) => [index + 1, title, index === 0 ? '新增停车位不少于200个' : null, index === 1 ? '城建办' : null]);
  return aSheetOf([['序号', '项目名称', '量化目标', '责任单位'], ...rows]);
}
