import { parseArgs } from 'node:util';
import { z } from 'zod';

const whole = z.string().regex(/^[0-9]{1,9}$/, 'a whole number').transform(Number);

const simulation = z
  .object({
    delegates: whole.default(60),
    absent: whole.default(5),
    'not-cast': whole.default(2),
    abstain: whole.default(3),
    scrutineers: whole.default(3),
    threshold: whole.default(2),
    seed: whole.default(7),
    out: z.string().min(1, 'a folder'),
    url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ absent, delegates, scrutineers }) => absent <= delegates - scrutineers, { path: ['absent'], message: 'scrutineers stay in the hall' })
  .refine(({ delegates, absent, 'not-cast': notCast }) => notCast <= delegates - absent, { path: ['not-cast'], message: 'not more than are present' })
  .refine(({ delegates, absent, 'not-cast': notCast, abstain }) => abstain <= delegates - absent - notCast, { path: ['abstain'], message: 'not more than cast' });
export type SimulationArguments = z.infer<typeof simulation>;

/** A wrong argument, named. */
export class ArgumentError extends Error {}

/** Reads the command line of `npm run simulate`. Throws ArgumentError. */
export function readArguments(args: readonly string[]): SimulationArguments {
  const option = { type: 'string' } as const;
  const options = Object.fromEntries(Object.keys(simulation.shape).map((name) => [name, option]));
  const parsed = simulation.safeParse(readOptions([...args], options));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ArgumentError(`--${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'wrong'}`);
}

function readOptions(args: string[], options: Record<string, { type: 'string' }>): unknown {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}
