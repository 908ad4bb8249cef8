import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { asObject, type Json } from '../json.ts';
import { findOperation } from './operation.ts';
import { prepareDescription } from './prepare.ts';

/** A violation of Discord's API description in a request's body. */
export interface SchemaViolation {
  /** Method and path of the call. */
  route: string;
  /** Where in the body, as a JSON pointer; empty for the body itself. */
  pointer: string;
  message: string;
}

/** Checks a body against the description of the operation it was sent to. */
export type SchemaCheck = (method: string, path: string, body: unknown) => SchemaViolation[];

const ROOT = 'discord';

const LARGEST_ID = 0xffff_ffff_ffff_ffffn;

/** discord.js sends these with every message, set to false, even if the description does not have them. */
const LIBRARY_FIELDS = ['tts', 'enforce_nonce'];

function createValidator(description: Json): Ajv2020 {
  // The description omits `type` next to `enum` and the like: valid JSON Schema, but strict mode rejects it.
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', (id: string) => /^\d{1,20}$/.test(id) && BigInt(id) <= LARGEST_ID);
  ajv.addFormat('nonce', true);
  return ajv.addSchema(description, ROOT, false, false);
}

function describe(error: ErrorObject): string {
  const { keyword, message = keyword, params } = error;
  if (keyword === 'additionalProperties') return `${message}: ${params.additionalProperty}`;
  if (keyword === 'enum') return `${message}: ${params.allowedValues.join(', ')}`;
  return message;
}

/** `if` only repeats the error of the branch beneath it. */
function saysSomething({ keyword, params }: ErrorObject): boolean {
  return keyword === 'additionalProperties' ? !LIBRARY_FIELDS.includes(params.additionalProperty) : keyword !== 'if';
}

/**
 * A check against Discord's own description of its API (OpenAPI 3.1, so JSON Schema 2020-12) in `file`. Each operation
 * is compiled when it is first used. Operations without a JSON body, or missing from the description, are not checked.
 */
export function createSchemaCheck(file: string): SchemaCheck {
  const description = prepareDescription(asObject(JSON.parse(readFileSync(file, 'utf8'))));
  const ajv = createValidator(description);
  const compiled = new Map<string, ValidateFunction>();

  function validatorOf(pointer: string): ValidateFunction {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `${ROOT}#${pointer}` });
    compiled.set(pointer, known);
    return known;
  }

  return (method, path, body) => {
    const pointer = findOperation(description, method, path);
    if (!pointer) return [];
    const validate = validatorOf(pointer);
    if (validate(body)) return [];
    return (validate.errors ?? []).filter(saysSomething).map((error) => ({
      route: `${method} ${path}`,
      pointer: error.instancePath,
      message: describe(error),
    }));
  };
}
