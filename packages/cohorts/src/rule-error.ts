/** What is wrong with a rule's text, and where: `position` counts characters from 0. */
export class RuleError extends Error {
  readonly position: number;
  readonly length: number;

  constructor(message: string, place: { position: number; length: number }) {
    super(`at character ${place.position + 1}: ${message}`);
    this.name = 'RuleError';
    this.position = place.position;
    this.length = place.length;
  }
}
