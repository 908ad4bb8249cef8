/** The grammar of English, the base language of the knowledge. */
import { type Grammar, NOTHING } from './grammar.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that begin a question, and function words that may precede them. */
const ASKS =
  "(?:(?:on|in|at|by|from|to|for|of|with|until|under|through|since|against) )?(?:who|whos|whom|whose|which|when|whens|where|wheres|why|how|what|whats|whether|did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)(?:'s|\\b)";

export const english: Grammar = {
  functionWords: setOf(
    'a about after all also am an and any are as at be been before but by can could did do does for from get go got had has ' +
      'have he her him his how i if in into is it its just like me more most my no not now of on one only or our out over ' +
      'say says said she since so some than that the their them then there these they this those to too up us was we were what ' +
      'when where which who whom whose why will with would yes you your',
  ),
  empty: setOf(
    'exactly really actually many much often big else mean sure ok okay please tell question thing know b4 wait hmm well again',
  ),
  pointsBack: setOf(
    'he him his she her they them their it its this that these those there then one ones same other others both so',
  ),
  goesOn: /^(?:and|but|or|also|what about|how about|what of|and what about|and what of|same for|ok and|so and)\b/,
  whoSaid:
    /^(?:and |but |so |ok )*(?:(?:who|whos) (?:said|says|claims|claimed|told|reported|confirmed|announced|is saying|was saying)(?: you| us)?(?: (?:that|this|it|so|them|these|all that|all this))?|says who|said by whom?o?|according to (?:who|whom)|by whom|whose (?:words|claim|statement)(?: (?:is|are) (?:that|this|it|those))?|(?:whats |what is )?(?:the |your )?source(?: (?:for|of) (?:that|this|it))?|who is (?:that|this) (?:from|according to)|where is (?:that|this) from|is (?:that|this|it) (?:really |actually )?(?:true|confirmed|certain|official|a fact)|(?:really|are you sure)(?: about (?:that|this|it))?|how do you know(?: that| this| it)?)$/,
  more: /^(?:and |but |so |ok )*(?:(?:is there |was there |did they agree on )?(?:anything|something|what) (?:else|more)|like what|such as(?: what)?|(?:for|any|(?:(?:give|tell) me |name )?(?:an|one)) (?:example|instance)s?|(?:tell me |any )?more(?: details?| info| on (?:that|this|it))?|(?:any |the )?details?|go on|(?:is|was) that (?:all|everything)|nothing else|what exactly|exactly what|namely(?: what)?|what do you mean(?: by that)?)$/,
  breaksOff:
    /^(?:\S+ ){1,4}(?:agree|agreed|accept|accepted|refuse|refused|reject|rejected|reply|replied|respond|responded|react|reacted|answer|answered|approve|approved|say yes|say no|said yes|said no)$/,
  aboutIt:
    /^(?:\S+ ){0,4}?(?:did|does|do|is|are|was|were|has|have|had|will|would|should|can|could|must|might) (?:it|they|he|she|that|this)\b/,
  pronoun: /\b(?:he|him|his|she|her|they|them|their|it|its|that|this|those|these)\b/,
  personal: /\b(?:he|him|his|she|her)\b/,
  says: /@ (?:\S+ ){0,2}?(?:say|says|said|saying|tell|tells|told|think|thinks|thought|comment|comments|commented|mention|mentions|mentioned|claim|claims|claimed|state|states|stated|announce|announces|announced|declare|declared|remark|remarked)\b/,
  otherSide: /\bother (?:side|one|party|country|team|delegation|two|ones)\b|^(?:the )?others?$/,
  lead: /^(?:who else|who|whom|which|what|when|where|why|how (?:many|much|long|old|big|large)|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b ?/,
  asking: [
    [
      'how many',
      /^(?:how (?:(?:many|much|big|large|long|old|far|often|high|few|tall)(?: (?:days|hours|minutes|weeks|months|years|times|people|of (?:them|those|these)))?)|(?:what|which) (?:number|amount|percentage|share|figure|size|length)|(?:the )?number of|(?:the )?amount of)\b/,
    ],
    [
      'why',
      /^(?:why|whys|how come|what for|for what reason|(?:on|for) (?:what|which) (?:grounds?|reasons?|basis)|what (?:made|makes|kept|keeps|stopped|stops|convinced|brought|drove|led|prompted|caused|moved)|(?:what|which) (?:is|was|are|were)? ?(?:the )?(?:reasons?|causes?|motives?)|wherefore)\b/,
    ],
    [
      'when',
      /^(?:when|whens|(?:what|which|until what|by what) (?:date|day|days|time|year|month|weekday|hour|deadline)|(?:the |exact )?(?:date|deadline) (?:of|for))\b/,
    ],
    [
      'where',
      /^(?:where|wheres|where's|(?:what|which) (?:city|town|place|venue|building|location|palace|hotel)|in (?:what|which) (?:country|region|part of))\b/,
    ],
    [
      'who',
      /^(?:who|whos|whom|whose|by whom|(?:what|which) (?:person|man|woman|name|official|leader|politician)|(?:the )?names? of)\b/,
    ],
    ['which', /^which\b/],
    // "How did Russia respond" asks for what it said, not for a way.
    ['how', /^how\b(?!(?: \S+){1,3} (?:respond|react|reply|answer)\b)/],
  ],
  begins:
    /^(?:how|what|which|why|whys|for|on|in|wherefore|until|by|when|whens|where|wheres|who|whos|whom|whose|the|exact|number|amount|date|deadline|names?)$/,
  auxiliary:
    /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|am|didnt|doesnt|dont|isnt|arent|wasnt|werent|hasnt|havent|hadnt|wont|wouldnt|cant|couldnt|shouldnt|aint)\b/,
  leadsOn:
    /^(?:\S+ ){0,4}?(?:tell|know|say|says|said|explain|mention|mentions|give|gives|state|remember|confirm|wonder|clarify|reveal|specify|find out|idea|clear|known|sure)\b/,
  before:
    /^(?:(?:so|and|but|ok|okay|well|hey|hi|hello|yo|um|uh|please|pls|also|then|now|wait|or|just|btw|again|exactly) )+/,
  tag: /\b(?:right|correct|true|or not|or no|yes or no|isnt it|didnt they|didnt he|werent they|wasnt it)$/,
  particle: NOTHING,
  joins: / (?:and|or) /g,
  // Between sentences, and at a conjunction or comma before a question word.
  between: new RegExp(
    `(?<=[?!.;])\\s+(?=\\S)|\\s*[,;&+]*\\s*\\b(?:and|plus|also|then|n)\\b\\s+(?:also\\s+)?(?=${ASKS}|about\\b)|\\s*[,;&+/]\\s*(?=${ASKS})`,
    'giu',
  ),
};
