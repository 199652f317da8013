/** What an import finds outside its own request: nothing is fetched, and no database is asked. */
const people = 'grete@hermann.example,Grete\nlise@meitner.example,Lise\n';

/** What lies in the imports folder of this server. */
export const filesHere: Record<string, string> = { 'people.csv': people };

/** The only addresses that answer, whatever else there is in the world. */
export const filesElsewhere: Record<string, string> = {
  'https://files.example.org/people.csv': `Email,Name\n${people}`,
};

/** What `SELECT` finds in the database at `localhost`. */
export const found = people;
