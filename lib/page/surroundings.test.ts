// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createSurveyor, elementAround } from './surroundings';

const survey = (html: string) => {
  document.body.innerHTML = html;
  // The simulated page says nothing where a browser says `none`.
  for (const root of [document.documentElement, document.body]) root.style.transform = 'none';
  return createSurveyor(() => null)(document.querySelector('b') ?? document.body);
};

test.each([
  [
    'a bar with a layer of its own',
    '<header style="position:fixed;z-index:9"><b></b></header>',
    true,
  ],
  ['a bar without', '<header style="position:fixed"><b></b></header>', false],
  [
    'a layer within a bar without',
    '<header style="position:sticky"><i style="position:relative;z-index:9"><b></b></i></header>',
    false,
  ],
  [
    'a layer within what is a layer of the ordinary content',
    '<div style="isolation:isolate"><header style="position:fixed;z-index:9"><b></b></header></div>',
    false,
  ],
])('law 7: marks lie under what is raised by themselves: %s', (_, html, isRaised) => {
  expect(survey(html)).toMatchObject({ mayBeCovered: true, isRaised });
});

test('law 7: the way up goes through a form, whatever its fields are called', () => {
  const [form, field] = [document.createElement('form'), document.createElement('input')];
  document.body.replaceChildren(form);
  form.append(field);
  for (const name of ['parentElement', 'assignedSlot', 'getRootNode']) {
    Object.defineProperty(form, name, { value: field, configurable: true });
  }
  expect(elementAround(field)).toBe(form);
  expect(elementAround(form)).toBe(document.body);
});
