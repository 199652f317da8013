export { AsideLine } from './AsideLine';
export { ConsentQuestion } from './ConsentQuestion';
