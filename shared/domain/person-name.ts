/**
 * Whether two names read alike: spaces, width, case and characters that are not seen make no other person.
 * The clerk and the scrutineers are told apart by the names on their lists alone.
 */
export function isSameName(one: string, other: string): boolean {
  return readAs(one) === readAs(other);
}

/** What is left of a name when everything is taken away that makes no other person: equal for names that read alike. */
export function readAs(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '').toLowerCase();
}
