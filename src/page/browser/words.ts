/** What the page says, in the language that its address names; the server has the words. */
import { type Catalogue, createMessages } from '../../messages/say.ts';

const response = await fetch(`/page/words${location.search}`);
const { language, catalogue }: { language: string; catalogue: Catalogue } = await response.json();

export const { say, locale } = createMessages(language, catalogue);
