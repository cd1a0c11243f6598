export type ConstraintKind = 'reference' | 'duplicate' | 'forbidden';

const kinds: Record<string, ConstraintKind> = {
  '23503': 'reference', // what a row points to is not there, or is still pointed to
  '23505': 'duplicate',
  '42501': 'forbidden', // a policy or a grant says no
};

/** The database refused a write. Carries no value: the engine's own detail would show rows of other tenants. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  readonly kind: ConstraintKind;
  /** Name of the violated constraint where there is one (“accounts_login_name_key”). */
  readonly constraint: string | undefined;

  constructor(kind: ConstraintKind, constraint?: string) {
    super(`The database refused this: ${kind}.`);
    this.kind = kind;
    this.constraint = constraint;
  }
}

/** The plain error for a refused write; anything else is handed back as it is. */
export function plainError(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  const kind = typeof code === 'string' ? kinds[code] : undefined;
  return kind ? new ConstraintError(kind, typeof constraint === 'string' ? constraint : undefined) : error;
}
