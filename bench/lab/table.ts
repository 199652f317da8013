export const ALL_ROWS = 7_407;

/** A page of 100,000 nodes: a table of texts about 18 characters long, with so many addresses. */
export function tablePage(addresses: number, rowCount = ALL_ROWS): string {
  const gap = addresses === 0 ? Infinity : Math.floor(rowCount / addresses);
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const isPlanted = row % gap === 0 && row / gap < addresses;
    const cells = [
      row,
      `Ada Lovelace, Countess, ${row}`,
      isPlanted ? `person${row}@mail${row % 9}.example.org` : `Order ${row} of last Monday`,
      `2026-11-${row % 28}`,
      'Sent with the others',
      `${row * 7}.00`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`;
  });
  return `<table>${rows.join('')}</table>`;
}
