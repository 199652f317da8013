import { describe, expect, test } from 'vitest';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK, memoryOf, targetIn } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, person, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s dialect: journeys', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('journeys that cannot be read do not lose the person, and are not called none', async () => {
    octeth.sandbox.break({ command: 'subscriber.journey.list', do: 'empty' });
    const findings = await octeth.crm().find(person('linus'), CLICK);
    expect(findings.profiles).toHaveLength(1);
    expect(findings.profiles[0]?.journeysFailure).toMatchObject({ kind: 'changed-shape' });
  });

  test('how this server tells journeys is learnt once', async () => {
    const memory = memoryOf();
    await octeth.crm({ memory }).find(person('ada'), CLICK);
    expect(memory.learnt.journeysWithPerson).toBe(dialect === 'public');
  });

  test('a journey is triggered and left', async () => {
    const crm = octeth.crm();
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    const journey = { id: '7', name: 'Welcome series' };
    expect(await crm.triggerJourney(target, journey, CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.journeysOf(12, notable.linus.email)).toHaveLength(1);
    expect(await crm.leaveJourney(target, journey, CLICK)).toEqual({ ok: true, value: null });
    expect(octeth.world.journeysOf(12, notable.linus.email)).toHaveLength(0);
  });

  test('a disabled journey is offered as disabled and refused with a reason', async () => {
    const crm = octeth.crm();
    const journeys = await crm.journeys(CLICK);
    expect(journeys).toMatchObject({ ok: true });
    expect(journeys.ok && journeys.value.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['7', true],
      ['8', true],
      ['9', false],
    ]);
    const target = targetIn(await crm.find(person('linus'), CLICK), NEWSLETTER.id);
    const refused = await crm.triggerJourney(target, { id: '9', name: 'Summer sale' }, CLICK);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(refused.ok || JSON.stringify(refused.failure)).toMatch(/disabled/i);
  });
});
