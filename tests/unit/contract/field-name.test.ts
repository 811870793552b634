import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isKnownField, placeOf } from '#shared/contract/field-name.ts';
import { CHECKOUT } from '#server/checkout.ts';

const CONTRACT = join(CHECKOUT, 'shared/contract');
const requests = z.record(z.string(), z.unknown());

/** Every name of a field that a request of the contract may carry. */
async function namesOnTheWire(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const file of readdirSync(CONTRACT)) {
    const module = requests.parse(await import(join(CONTRACT, file)));
    for (const endpoint of Object.values(module)) {
      const parts = z.object({ path: z.string(), who: z.array(z.string()), params: z.unknown().optional(), query: z.unknown().optional(), body: z.unknown().optional() }).safeParse(endpoint).data;
      for (const schema of [parts?.params, parts?.query, parts?.body]) if (schema instanceof z.core.$ZodType) collect(schema, names);
    }
  }
  return names;
}

function collect(schema: z.core.$ZodType, names: Set<string>): void {
  const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  JSON.parse(json, (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(requests.parse(value))) names.add(name);
    return value;
  });
}

describe('where a refusal says to look', () => {
  it('has a name in both languages for every field, or knows that a person entered none', async () => {
    const names = [...(await namesOnTheWire())];
    expect(names.length).toBeGreaterThan(80);
    // A new one gets its name in field-name.ts, or stands there among those that no person enters.
    expect(names.filter((name) => !isKnownField(name))).toEqual([]);
  });

  it.each([
    ['year', '（请看：年度）', ' (see: year)'],
    ['targets.0.what', '（请看：目标，第 1 项，目标内容）', ' (see: targets, no. 1, target)'],
    ['letters.3.pk', '（请看：投票凭证，第 4 项）', ' (see: credential letters, no. 4)'],
    ['outcome.json', '（请看：计票结果报告单）', ' (see: result sheet)'],
    ['hash', '', ''],
    [undefined, '', ''],
  ])('says %s in words', (field, zh, en) => {
    expect(placeOf(field)).toEqual({ zh, en });
  });
});
