import { connected, expect } from './harness.ts';
import { ask } from './harness/ask.ts';
import { expectNoViolation } from './harness/axe.ts';
import { press, told } from './harness/workbench.ts';

const NEWSLETTER = 12;

connected(
  'tags of an Octeth list are created, renamed, taken back and deleted by name',
  async ({ extension, sandbox }) => {
    const page = await extension.openOptions();
    await press(page, 'Tags and fields Acme Mail');
    await expect(page.getByRole('list', { name: 'Tags of Newsletter' })).toContainText('VIP');
    await expectNoViolation(page, 'tags and fields of Octeth');

    await page.getByRole('combobox', { name: 'On the list' }).selectOption('Newsletter');
    await page.getByRole('textbox', { name: 'New tag' }).fill('Autumn');
    await press(page, 'Create tag');
    await told(page, 'Created tag Autumn');
    const named = (name: string) =>
      sandbox.world.tags.filter((tag) => tag.listId === NEWSLETTER && tag.name === name);
    expect(named('Autumn')).toHaveLength(1);

    await press(page, 'Rename Autumn');
    await page.getByRole('textbox', { name: 'New name for Autumn' }).fill('Winter');
    await press(page, 'Save name');
    await told(page, 'Renamed tag Autumn to Winter');
    await expect(page.getByRole('button', { name: 'Rename Winter' })).toBeFocused();
    await press(page, 'Undo');
    await told(page, 'Renamed tag Winter to Autumn');
    expect(named('Autumn')).toHaveLength(1);

    const before = sandbox.world.tags.length;
    await press(page, 'Delete Autumn');
    const dialog = page.getByRole('dialog', { name: 'Delete tag “Autumn”?' });
    await expect(dialog).toContainText('Acme Mail · Newsletter');
    await expectNoViolation(page, 'asking before a tag is deleted');
    await dialog.getByRole('button', { name: 'Delete tag' }).click({ force: true });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Type Autumn to go on' }).fill('Autumn');
    await dialog.getByRole('button', { name: 'Delete tag' }).click();
    await told(page, 'Deleted tag Autumn');
    // Law 8: that one, and no other.
    expect(named('Autumn')).toHaveLength(0);
    expect(sandbox.world.tags).toHaveLength(before - 1);
  },
);

connected(
  'a tag pinned in the right-click menu is renamed and deleted with the tag',
  async ({ extension, sandbox }) => {
    const { accounts } = await ask(extension, 'accounts');
    const { id, name, system } = accounts.find((one) => one.name === 'Acme School') ?? {};
    if (!id || !name || !system) throw new Error('no Acme School');
    const buyer = sandbox.world.right.tags.find((tag) => tag.name === 'Buyer');
    const tag = {
      account: { id, name, system },
      place: null,
      id: String(buyer?.id),
      name: 'Buyer',
    };
    await ask(extension, 'pinMenuTag', { tag: { ...tag, pinned: false }, pinned: true });
    const inMenu = async () => (await ask(extension, 'menuTags')).map((one) => one.name);
    expect(await inMenu()).toEqual(['Buyer']);

    const page = await extension.openOptions();
    await press(page, 'Tags and fields Acme School');
    await press(page, 'Rename Buyer');
    await page.getByRole('textbox', { name: 'New name for Buyer' }).fill('Customer');
    await press(page, 'Save name');
    await told(page, 'Renamed tag Buyer to Customer');
    expect(await inMenu()).toEqual(['Customer']);
    await press(page, 'Undo');
    await told(page, 'Renamed tag Customer to Buyer');
    expect(await inMenu()).toEqual(['Buyer']);

    await press(page, 'Delete Buyer');
    await page.getByRole('textbox', { name: 'Type Buyer to go on' }).fill('Buyer');
    await press(page, 'Delete tag');
    await told(page, 'Deleted tag Buyer');
    expect(await inMenu()).toEqual([]);
  },
);

connected(
  'law 8: how many people carry a tag is said before it is deleted',
  async ({ extension, sandbox }) => {
    const { world } = sandbox;
    const vip = world.tags.find((tag) => tag.listId === NEWSLETTER && tag.name === 'VIP');
    const people = world
      .onList(NEWSLETTER)
      .filter(({ tagIds }) => vip && tagIds.has(vip.id)).length;
    const page = await extension.openOptions();
    await press(page, 'Tags and fields Acme Mail');
    await page.getByRole('searchbox', { name: 'Filter tags' }).fill('VIP');
    await page
      .getByRole('list', { name: 'Tags of Newsletter' })
      .getByRole('button', { name: 'Delete VIP' })
      .click();
    await expect(page.getByRole('dialog')).toContainText(`${people} `);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(world.tags).toContain(vip);
  },
);

connected(
  'tags and fields of Systeme.io are created, renamed and deleted',
  async ({ extension, sandbox }) => {
    const account = sandbox.world.right;
    const page = await extension.openOptions();
    await press(page, 'Tags and fields Acme School');
    await page.getByRole('textbox', { name: 'New tag' }).fill('Alumni');
    await press(page, 'Create tag');
    await told(page, 'Created tag Alumni');
    expect(account.tags.map(({ name }) => name)).toContain('Alumni');
    await press(page, 'Delete Alumni');
    await expect(page.getByRole('dialog')).toContainText('Nobody carries the tag.');
    await page.getByRole('textbox', { name: 'Type Alumni to go on' }).fill('Alumni');
    await press(page, 'Delete tag');
    await told(page, 'Deleted tag Alumni');
    expect(account.tags.map(({ name }) => name)).not.toContain('Alumni');

    const slugs = () => account.contactFields.map(({ slug }) => slug);
    await page.getByRole('textbox', { name: 'New field' }).fill('Shoe size');
    await expect(page.getByRole('textbox', { name: 'Slug' })).toHaveValue('shoe_size');
    await press(page, 'Create field');
    await told(page, 'Created field Shoe size');
    expect(slugs()).toContain('shoe_size');
    await press(page, 'Rename Shoe size');
    await page.getByRole('textbox', { name: 'New name for Shoe size' }).fill('Foot length');
    await press(page, 'Save name');
    await told(page, 'Renamed field Shoe size to Foot length');
    expect(slugs()).toContain('shoe_size');
    await expectNoViolation(page, 'tags and fields of Systeme.io');
    await press(page, 'Delete Foot length');
    await page.getByRole('textbox', { name: 'Type Foot length to go on' }).fill('Foot length');
    await press(page, 'Delete field');
    await told(page, 'Deleted field Foot length');
    expect(slugs()).not.toContain('shoe_size');
  },
);

connected(
  'law 8: how many carry a tag of Systeme.io is counted before it can be deleted',
  async ({ extension, sandbox }) => {
    const { contacts } = sandbox.world.right;
    for (const { tagIds } of contacts.slice(0, 137)) tagIds.add(512);
    const carrying = contacts.filter(({ tagIds }) => tagIds.has(512)).length;
    const page = await extension.openOptions();
    await press(page, 'Tags and fields Acme School');
    const list = page.getByRole('list', { name: 'Tags' });
    await expect(list).toContainText('Workshop');
    const before = sandbox.log.length;
    await expect(list).not.toContainText(/people/);
    sandbox.break({ command: 'GET /contacts', do: { delay: 1_500 }, times: 1 });
    await press(page, 'Delete Workshop');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Counting who carries it.');
    await page.getByRole('textbox', { name: 'Type Workshop to go on' }).fill('Workshop');
    await expect(dialog.getByRole('button', { name: 'Delete tag' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expectNoViolation(page, 'counting who carries a tag');
    await expect(dialog).toContainText(`The tag will be taken from ${carrying} people.`);
    expect(sandbox.log.length - before).toBeLessThan(12);
    await press(page, 'Delete tag');
    await told(page, 'Deleted tag Workshop');
    expect(contacts.some(({ tagIds }) => tagIds.has(512))).toBe(false);
  },
);

connected(
  'an account’s pages can be linked to, and going back gives the keyboard its place',
  async ({ extension }) => {
    const page = await extension.openOptions();
    const door = page.getByRole('button', { name: 'Tags and fields Acme Mail' });
    await door.press('Enter');
    await expect(page.getByRole('heading', { name: 'Tags and fields · Acme Mail' })).toBeFocused();
    const address = page.url();
    await page.getByRole('main').getByRole('link', { name: 'Accounts' }).press('Enter');
    await expect(door).toBeFocused();
    const other = await extension.openPage(address);
    await expect(other.getByRole('heading', { name: 'Tags and fields · Acme Mail' })).toBeVisible();
    await other.getByRole('navigation').getByRole('link', { name: 'Privacy' }).click();
    await expect(other.getByRole('heading', { name: 'Privacy' })).toBeInViewport();
  },
);
