/** The same keys with text at the leaves: `en satisfies Shape<typeof zh>` keeps the two languages in step. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
