/** The page: a channel and its composer. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { identity } from '../identity.ts';
import { openBox } from './box.ts';
import { createChannel } from './channel.ts';
import { createComposer } from './composer.ts';
import { messageView } from './message.ts';
import { fetchCommands } from './server.ts';
import { applyTheme } from './theme.ts';

const SLASH = 1;
const MESSAGE_MENU = 3;

applyTheme();
const commands = await fetchCommands();
const slash = commands.filter(({ type = SLASH }) => type === SLASH);
const apps = commands.filter(({ type }) => type === MESSAGE_MENU).map(({ name }) => name);
const app = document.querySelector<HTMLElement>('#app') ?? document.body;

const channel = createChannel({
  changed: async () => {
    await changed();
    app.querySelector('[role=log] > :last-child')?.scrollIntoView({ block: 'end' });
  },
  openBox: (box) => openBox(box, channel.fill),
});
const composer = createComposer({
  commands: slash,
  say: channel.say,
  run: channel.run,
  changed,
});

let drawing: Promise<void> | undefined;

/** Draws what has changed, once for all that changes in one go; never within a drawing, which can move the focus. */
function changed(): Promise<void> {
  drawing ??= Promise.resolve().then(() => {
    drawing = undefined;
    draw();
  });
  return drawing;
}

function draw(): void {
  render(
    html`<main>
      <header><h1># ${identity.channelName}</h1><p>Try ${identity.botName} here. Nothing leaves this machine.</p></header>
      <div class="messages" role="log" aria-label="Messages" tabindex="0">
        <discord-messages>${repeat(
          channel.messages(),
          ({ id }) => id,
          (message) => messageView(message, apps, channel),
        )}</discord-messages>
        <div></div>
      </div>
      ${composer()}
    </main>`,
    app,
  );
}

draw();
app.querySelector<HTMLElement>('[name=text]')?.focus();
