// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { bare } from './bare';

const shadow = (node: Node, names: string[]): void => {
  const value = document.createElement('input');
  for (const name of names) Object.defineProperty(node, name, { value, configurable: true });
};

test('a form is asked behind the names of its fields', () => {
  const form = document.createElement('form');
  form.className = 'known';
  document.body.append(form);
  const { body } = document;
  shadow(form, ['parentElement', 'nodeType', 'getAttribute']);
  const { parentElement, nodeType } = bare(form);
  expect([parentElement, nodeType]).toEqual([body, 1]);
  expect(bare(form).getAttribute('class')).toBe('known');
});

test('of any other node it is that node itself', () => {
  const nodes = [document.createElement('p'), document.createTextNode('text')];
  expect(nodes.map((each) => bare<Node>(each))).toEqual(nodes);
  expect(bare(document.documentElement)).toBe(document.documentElement);
});
