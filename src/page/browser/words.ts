/** What the page says, in the language that its address names or the browser prefers; the server has the words. */
import { createMessages, type Texts } from '../../messages/say.ts';

const response = await fetch(`/page/words${location.search}`);
const texts: Texts = await response.json();

export const { say, locale, language } = createMessages(texts);
