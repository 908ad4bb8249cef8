/** An article of nobody's: a town that quarrels over its harbour. */
export const HARBOUR = `Wexmoor votes to close its old harbour to trawlers
A narrow vote ends a quarrel of two years

Wexmoor Council voted on Thursday, 6 March 2025, to close the old harbour to trawlers by 14 to 13.
Mayor Lena Okafor said the harbour “belongs to everyone who walks along it” and called the vote a beginning.
The Anglers' Guild had asked for a delay of 18 months. Its chair, Tomas Brandt, said that 42 families live by the trawlers.
“Nobody in this room has gutted a fish,” Brandt told the council.
Related: A history of the harbour in pictures
Wexmoor Council will pay 310,000 pounds for new moorings at Saltby, four miles to the north.
What the vote means
According to the Port Authority, 19 trawlers use the old harbour, and six of them leak oil.
The Port Authority added that Saltby is deep enough at low tide.
Marine biologist Ines Faro said seals had come back to the outer wall last spring.
She said it was “the first time in thirty years”.
The Anglers' Guild will decide at its meeting on 20 March whether to go to court, Brandt said.
Mayor Lena Okafor did not say what becomes of the fish market.
`;
