import { refuseIf } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkCount, checkRequiredText, checkText, missing } from './text.ts';

// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
const CHOICES = 25;
const NAME = 100;
const VALUE = 100;

/** Refuses choices for a half-typed option that break a limit. */
export function requireChoices(data: Json): void {
  const choices = asList(data.choices).map(asObject);
  refuseIf([
    ...(data.choices === undefined ? [missing(['data', 'choices'])] : []),
    ...checkCount(['data', 'choices'], choices, CHOICES),
    ...choices.flatMap(({ name, value }, index) => [
      ...checkRequiredText(['data', 'choices', index, 'name'], name, NAME),
      ...(typeof value === 'number'
        ? []
        : value === undefined
          ? [missing(['data', 'choices', index, 'value'])]
          : checkText(['data', 'choices', index, 'value'], value, VALUE)),
    ]),
  ]);
}
