import { benchFinder } from './finder.ts';
import { benchPopup } from './popup.ts';

await benchPopup();
await benchFinder();
