/** “1 person”, “1,200 people”. */
export const countedPeople = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
