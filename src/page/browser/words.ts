/**
 * The page's messages, in the language that its address names or the browser prefers; the server provides the texts.
 */
import { createMessages, type Texts } from '../../messages/say.ts';

const response = await fetch(`/page/words${location.search}`);
const texts: Texts = await response.json();

export const { say, locale, language } = createMessages(texts);
