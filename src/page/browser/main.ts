/** The page: a channel with its composer, and the curators' view. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { identity } from '../identity.ts';
import { createChannel } from './channel.ts';
import { createComposer } from './composer.ts';
import { createCurator } from './curator.ts';
import { messageView } from './message.ts';
import { openModal } from './modal.ts';
import { fetchCommands } from './server.ts';
import { messageCommands, slashCommands } from './slash.ts';
import { applyTheme } from './theme.ts';
import { language, say } from './words.ts';

applyTheme();
const registered = await fetchCommands();
const apps = messageCommands(registered);
const app = document.querySelector<HTMLElement>('#app') ?? document.body;

const channel = createChannel({
  changed: async () => {
    await changed();
    app.querySelector('[role=log] > :last-child')?.scrollIntoView({ block: 'end' });
  },
  openModal: (modal) => openModal(modal, channel.fill),
});
const composer = createComposer({
  commands: slashCommands(registered),
  say: channel.say,
  run: channel.run,
  changed,
});

let drawing: Promise<void> | undefined;

/** Redraws once for all changes made together; never during a redraw, which can move the focus. */
function changed(): Promise<void> {
  drawing ??= Promise.resolve().then(() => {
    drawing = undefined;
    draw();
  });
  return drawing;
}

const curator = createCurator(changed);
const isCurating = () => location.hash === '#knowledge';

const tab = (hash: string, name: string, current: boolean) =>
  html`<a href=${hash} aria-current=${current ? 'page' : 'false'}>${name}</a>`;

const channelView = () => html`<div class="messages" role="log" aria-label=${say('page.messages')} tabindex="0">
    <discord-messages>${repeat(
      channel.messages(),
      ({ id }) => id,
      (message) => messageView(message, apps, channel),
    )}</discord-messages>
    <div></div>
  </div>
  ${composer()}`;

/** The page's languages to choose from, by their codes. */
const languageChoice = () =>
  html`<nav class="languages" aria-label=${say('page.language')}>${(document.body.dataset.languages ?? '')
    .split(' ')
    .map((one) => {
      const name = new Intl.DisplayNames([one], { type: 'language' }).of(one);
      const isRead = one === language ? 'true' : 'false';
      return html`<a href=${`?language=${one}`} lang=${one} title=${name} aria-current=${isRead}>${one}</a>`;
    })}</nav>`;

function draw(): void {
  render(
    html`<header>
        <h1>${identity.botName}</h1>
        <nav aria-label=${say('page.views')}>${tab('#', `# ${identity.channelName}`, !isCurating())}${tab('#knowledge', say('page.knowledge'), isCurating())}</nav>
        <p>${say('page.local')}</p>
        ${languageChoice()}
      </header>
      <main>${isCurating() ? curator.view() : channelView()}</main>`,
    app,
  );
}

/** Shows the view that the address names, and focuses its first field. */
async function open(): Promise<void> {
  if (isCurating()) curator.open();
  await changed();
  app.querySelector<HTMLElement>(isCurating() ? '[name=tried]' : '[name=text]')?.focus();
}

addEventListener('hashchange', open);
await channel.greet();
await open();
