/** What is raced in the page: each says how many addresses it found. */
import { LinkifyIt } from 'linkify-it';
import { findAddresses } from '../lib/page/finder.ts';

const peer = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });

export const finder = (text: string): number => findAddresses(text).length;
export const linkify = (text: string): number => peer.match(text)?.length ?? 0;
