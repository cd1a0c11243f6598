/** Why the product does not start, in words for whoever runs it; printed without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}
