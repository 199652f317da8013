/** Pages to read: a forum, a manual, a feed, a shop's orders, a review of code. */
import { someone, times, who, words, world } from './parts.ts';

export const forum = (): string =>
  world(
    'Thread',
    `.post { display: flex; gap: 16px; padding: 12px; border-bottom: 1px solid #ddd } .post aside { width: 160px }
    blockquote { border-left: 3px solid #ccc; margin: 8px 0; padding-left: 12px } .sig { transform: scale(.9); transform-origin: 0 0; opacity: .8 }`,
    `<h1>${words(2, 6)}</h1>${times(
      200,
      (
        row,
      ) => `<article class="post" id="p${row}"><aside><svg width="48" height="48"><circle r="20" cx="24" cy="24" /></svg>
        <p>${who(row)}</p></aside><div><blockquote>${someone(row + 3).email} said: ${words(row, 20)}</blockquote>
        <p>${words(row + 1, 60)}</p><p>${words(row + 2, 40)}</p><p class="sig">${someone(row).name} · ${someone(row).email}</p></div></article>`,
    )}`,
  );

export const manual = (): string =>
  world(
    'Manual',
    `body { display: grid; grid-template-columns: 240px 1fr; gap: 32px } nav { position: sticky; top: 0; height: 100vh; overflow: auto }
    pre { background: #f5f5f5; padding: 12px; overflow: auto } main { max-width: 700px; columns: 1 } h2 { scroll-margin: 60px }`,
    `<nav><ol>${times(60, (row) => `<li><a href="#s${row}">${words(row, 3)}</a></li>`)}</ol></nav><main>${times(
      60,
      (row) => `<h2 id="s${row}">${words(row, 3)}</h2><p>${words(row, 70)}</p>
        <pre><code>git config user.email ${someone(row).email}
ssh git@host.example:repo.git
npm install pkg@1.2.${row}
Author: ${someone(row).name} &lt;${someone(row).email}&gt;</code></pre>
        <dl><dt>${words(row, 1)}</dt><dd>Write to help [at] manual [dot] example, ${words(row, 9)}</dd></dl>`,
    )}</main>`,
  );

export const feed = (): string =>
  world(
    'Feed',
    `#feed { width: 560px; margin: auto } .card { margin: 12px 0; padding: 16px; border: 1px solid #ddd; border-radius: 12px; content-visibility: auto; contain-intrinsic-size: auto 160px }
    #top { position: fixed; inset: 0 0 auto; height: 52px; background: #fff }`,
    `<div id="top">Feed</div><div id="feed" style="padding-top: 60px"></div><script>
      const people = ${JSON.stringify(Array.from({ length: 60 }, (_, index) => someone(index)))};
      let row = 0;
      const more = (count) => {
        for (const end = row + count; row < end; row += 1) {
          const card = document.createElement('article');
          card.className = 'card';
          const { name, email } = people[row % people.length];
          card.innerHTML = '<h3>' + name + '</h3><p>Post ' + row + ': ask ' + email + ' about it.</p><button>Like</button>';
          document.getElementById('feed').append(card);
        }
      };
      more(300);
    </script>`,
  );

export const shop = (): string =>
  world(
    'Orders',
    `table { width: 100%; border-collapse: collapse } td, th { padding: 8px; border-bottom: 1px solid #eee; text-align: start }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 16px } .tile { border: 1px solid #ddd; padding: 12px }
    tbody tr:hover { background: #f7f7ff }`,
    `<div class="grid">${times(40, (row) => `<div class="tile"><h3>${words(row, 2)}</h3><p>${words(row, 12)}</p><small>${who(row)}</small></div>`)}</div>
    <table dir="rtl"><thead><tr><th>#</th><th>Buyer</th><th>What</th><th>Paid</th></tr></thead><tbody>${times(
      250,
      (row) =>
        `<tr><td>${row}</td><td>${who(row)}</td><td>${words(row, 3)}</td><td><details><summary>€${row}.00</summary>${someone(row).email}</details></td></tr>`,
    )}</tbody></table>`,
  );

export const review = (): string =>
  world(
    'Review',
    `.file { border: 1px solid #ccc; margin: 16px } .file header { position: sticky; top: 0; background: #f6f8fa; padding: 8px }
    td { font: 12px/20px monospace; white-space: pre-wrap; vertical-align: top } td.n { width: 48px; color: #888; user-select: none }
    .add { background: #e6ffed } .del { background: #ffeef0 }`,
    times(
      14,
      (
        file,
      ) => `<section class="file"><header>src/${words(file, 1)}.ts · <span>${someone(file).name.replace(' ', '.')}</span>@<b>review.example</b></header>
        <table>${times(
          60,
          (line) =>
            `<tr class="${['', 'add', 'del'][line % 3]}"><td class="n">${line}</td><td>const owner${line} = '<span>${someone(file * 60 + line).email}</span>'; // ${words(line, 5)}</td></tr>`,
        )}</table></section>`,
    ),
  );
