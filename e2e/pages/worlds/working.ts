/** Pages to work in: a mailbox, a sheet, an editor, a help desk, a calendar. */
import { someone, times, who, words, world } from './parts.ts';

export const webmail = (): string =>
  world(
    'Inbox',
    `#app { display: grid; grid: 48px 1fr / 200px 420px 1fr; height: 100vh; isolation: isolate }
    header { grid-column: 1 / -1; position: sticky; top: 0; background: #eef } nav, main, aside { overflow: auto }
    .row { display: grid; grid-template-columns: 24px 1fr 60px; border-bottom: 1px solid #ddd; padding: 6px; position: relative }
    .row > a.over { position: absolute; inset: 0 } .row .from { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
    #menu { position: absolute; z-index: 4; background: white; box-shadow: 0 2px 8px #999 }`,
    `<div id="app"><header><input value="search@typed.example"><button>Compose</button>
      <div id="menu">${times(5, (row) => `<p>${words(row, 2)}</p>`)}</div></header>
    <nav><ul>${times(40, (row) => `<li>${words(row, 2)} <small>${row}</small></li>`)}</ul></nav>
    <main>${times(
      300,
      (
        row,
      ) => `<div class="row"><input type="checkbox"><div class="from">${who(row)} ${words(row, 6)}</div>
        <time>10:${String(row % 60).padStart(2, '0')}</time><a class="over" href="#${row}"></a></div>`,
    )}</main>
    <aside><h1>${words(3, 5)}</h1><p>From ${who(3)} to ${who(4)}</p>
      <iframe width="500" height="300" srcdoc="<p>${someone(12).email} wrote:<blockquote>${words(5, 80)}</blockquote>"></iframe>
      <div contenteditable="true" id="reply"><p>Dear ${someone(3).email},</p><p>${words(8, 30)}</p></div></aside></div>`,
  );

export const sheet = (): string =>
  world(
    'Sheet',
    `#grid { height: 90vh; overflow: auto } table { border-collapse: collapse; table-layout: fixed; width: 3200px }
    td, th { border: 1px solid #ccc; padding: 2px 4px; height: 22px; overflow: hidden; white-space: nowrap }
    thead th { position: sticky; top: 0; background: #f4f4f4; z-index: 2 } tbody th { position: sticky; left: 0; background: #f4f4f4 }`,
    `<div id="grid"><table><thead><tr><th></th>${times(24, (column) => `<th>${String.fromCharCode(65 + column)}</th>`)}</tr></thead>
    <tbody>${times(
      150,
      (row) =>
        `<tr><th>${row}</th>${times(24, (column) => {
          const cell = row * 24 + column;
          return `<td>${column % 6 === 1 ? someone(cell).email : words(cell, 2)}</td>`;
        })}</tr>`,
    )}</tbody></table></div>`,
  );

export const editor = (): string =>
  world(
    'Document',
    `#bar { position: fixed; inset: 0 0 auto; height: 40px; background: white; border-bottom: 1px solid #ccc }
    #room { display: flex; gap: 24px; padding: 56px 24px } #page { flex: 1; min-height: 1200px; border: 1px solid #ddd; padding: 40px }
    .comment { width: 260px; border-left: 3px solid gold; padding: 8px; margin-bottom: 12px }
    .mention { background: #eef; padding: 0 4px; border-radius: 4px }`,
    `<div id="bar">${times(20, (row) => `<button>${words(row, 1)}</button>`)}</div><div id="room">
    <div id="page" contenteditable="true">${times(
      80,
      (row) =>
        `<p>${words(row, 40)} ${someone(row).email} <span class="mention" contenteditable="false">${someone(row + 7).email}</span></p>`,
    )}</div><div>${times(
      60,
      (row) =>
        `<div class="comment"><b>${who(row)}</b><p>${words(row, 18)}</p><textarea>${someone(row).email}</textarea></div>`,
    )}</div></div>`,
  );

export const helpDesk = (): string =>
  world(
    'Tickets',
    `#tabs { display: flex; gap: 8px; position: sticky; top: 0; background: #fff } dialog { padding: 24px }
    desk-ticket { display: block; border: 1px solid #ddd; margin: 8px }`,
    `<div id="tabs">${times(8, (row) => `<button>${words(row, 1)} ${row}</button>`)}</div>
    ${times(150, (row) => `<desk-ticket number="${row}"><span slot="who">${who(row)}</span><p>${words(row, 30)}</p></desk-ticket>`)}
    <dialog id="ask"><p>Merge ${someone(4).email} into ${someone(5).email}?</p><button>Merge</button></dialog>
    <script>customElements.define('desk-ticket', class extends HTMLElement {
      connectedCallback() {
        const number = this.getAttribute('number');
        this.attachShadow({ mode: 'open' }).innerHTML = '<style>.body { max-height: 90px; overflow: auto }</style>'
          + '<h3>#' + number + ' <slot name="who"></slot></h3><div class="body"><slot></slot>'
          + '<p>Assigned to agent' + number % 9 + '@desk.example</p></div>';
      }
    }); document.getElementById('ask').showModal()</script>`,
  );

export const calendar = (): string =>
  world(
    'Calendar',
    `#month { display: grid; grid-template-columns: repeat(7, 1fr); grid-auto-rows: 170px }
    .day { border: 1px solid #ddd; position: relative; overflow: hidden }
    .event { position: absolute; left: 4px; right: 4px; height: 40px; overflow: hidden; border-radius: 4px; background: #dde7ff; transition: background-color .2s }
    #card { width: 320px; margin: auto }`,
    `<h1>March</h1><div id="month">${times(
      35,
      (day) =>
        `<div class="day"><small>${day + 1}</small>${times(
          4,
          (event) =>
            `<div class="event" style="top: ${22 + event * 44}px">${words(day + event, 2)}<br>${who(day * 4 + event)}</div>`,
        )}</div>`,
    )}</div><div id="card" popover="manual"><h2>${words(4, 3)}</h2><ul>${times(
      12,
      (row) => `<li>${someone(row).email} <em>accepted</em></li>`,
    )}</ul></div><script>document.getElementById('card').showPopover()</script>`,
  );
