/** How many people carry a tag, as far as that is known: pure. */
import { clockAfter } from '@/lib/failure-words';
import { countedPeople } from '@/lib/people/people-words';
import { sayHere } from '../accounts/say-here';
import type { Counting } from './use-tag-count';

/** Empty once it is counted: then the question itself names the number (law 8). */
export function sayCounting(counting: Counting, accountName: string): string {
  const { soFar } = counting;
  const some = soFar === null || soFar.people === 0 ? null : atLeast(soFar.people);
  switch (counting.state) {
    case 'counting': {
      const looked = soFar?.next?.way === 'walk' ? ` ${lookedAt(soFar.looked)}` : '';
      const wait = counting.until === null ? '' : ` It goes on at ${clockAfter(counting.until)}.`;
      return `${some ? `${some}, still counting.` : 'Counting who carries it.'}${looked}${wait}`;
    }
    case 'stopped':
      return some
        ? `${some}; the rest was not counted.`
        : 'How many people carry it was not counted.';
    case 'failed': {
      const why = `How many people carry it could not be counted: ${sayHere(counting.failure, accountName)}`;
      return some ? `${why} ${some}.` : why;
    }
    case 'counted':
      return '';
  }
}

const atLeast = (people: number): string =>
  `At least ${countedPeople(people)} ${people === 1 ? 'carries' : 'carry'} it`;

const lookedAt = (contacts: number): string =>
  `This account cannot be asked by tag, so everybody is looked at: ${contacts.toLocaleString('en')} so far.`;
