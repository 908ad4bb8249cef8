import { BASE_LANGUAGE } from '../messages/messages.ts';
import type { Knowledge } from './knowledge.ts';

/** The languages that the knowledge is in, English first. */
export function languagesOf({ translations }: Pick<Knowledge, 'translations'>): readonly string[] {
  return [BASE_LANGUAGE, ...translations.keys()];
}
