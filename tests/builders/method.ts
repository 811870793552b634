import { type Method, STREET_METHOD } from '#shared/domain/method.ts';

/** The street's method, 6 of 8, unless a test says otherwise. */
export function aMethod(changes: Partial<Method> = {}): Method {
  return { ...STREET_METHOD, ...changes };
}
