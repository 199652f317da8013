/**
 * What `npm test` does, in order. A step with a `report` is counted by its own tests, any other
 * counts as one. `needs` names a step without which it would say nothing true.
 */
export const STEPS = [
  {
    name: 'Types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'Lint', commands: [['oxlint', '--type-aware', '--deny-warnings']] },
  { name: 'Format', commands: [['oxfmt', '--check']] },
  { name: 'Unused code', commands: [['knip']] },
  {
    name: 'Unit tests',
    report: 'vitest',
    commands: [['vitest', 'run', '--project', 'unit']],
  },
  { name: 'Build for Chrome', commands: [['wxt', 'build']] },
  { name: 'Build for Firefox', commands: [['wxt', 'build', '-b', 'firefox', '--mv3']] },
  {
    name: 'What was built',
    report: 'vitest',
    needs: ['Build for Chrome', 'Build for Firefox'],
    commands: [['vitest', 'run', '--project', 'built']],
  },
  {
    name: 'End to end',
    report: 'playwright',
    needs: ['Build for Chrome'],
    commands: [['playwright', 'test']],
  },
];
