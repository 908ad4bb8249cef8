// The package has no types; these cover what is used here.
declare module '@nlpjs/basic' {
  interface Nlp {
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ intent: string; classifications: readonly { intent: string; score: number }[] }>;
  }

  export function dockStart(settings: object): Promise<{ get(name: 'nlp'): Nlp }>;
}
