import type { Store } from './open.ts';

/** A deletion of the texts of which nothing is counted any more; the caller may narrow it. */
export function deleteLooseTexts(store: Store) {
  return store
    .deleteFrom('question_text')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('asked').select('item').whereRef('item', '=', 'question_text.text_key'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('misfit').select('day').whereRef('misfit.text_key', '=', 'question_text.text_key'))),
    );
}
