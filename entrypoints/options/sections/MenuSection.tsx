import type { Client, Powers } from '@/components/accounts/powers';
import { SavedLine } from '@/components/accounts/SavedLine';
import { Unanswered } from '@/components/accounts/Unanswered';
import { useAsked } from '@/components/accounts/use-asked';
import { useSaving } from '@/components/accounts/use-saving';
import { Switch } from '@/components/ui/Switch';
import type { MenuTag } from '@/lib/messaging/protocol';
import { Section } from './Section';

const askTags = (client: Client) => client.menuTags();

/** Which tags are one right-click away. */
export function MenuSection({ powers }: { powers: Powers }) {
  const { client } = powers;
  const { asked, reload, set } = useAsked(client, askTags);
  const { saying, save } = useSaving();
  const handlePin = async (tags: MenuTag[], tag: MenuTag, pinned: boolean) => {
    set(tags.map((each) => (each === tag ? { ...tag, pinned } : each)));
    const words = pinned ? `${tag.name} stays in the menu.` : `${tag.name} is no longer pinned.`;
    await save(client.pinMenuTag({ tag, pinned }), words);
    await reload();
  };
  return (
    <Section
      id="right-click"
      title="Right-click"
      lead="Right-click an address or a selection to look somebody up, tag or start a journey. The tags you used last are in the menu; pinned ones stay."
    >
      {asked.is !== 'there' ? (
        <Unanswered asked={asked} onRetry={() => void reload()} />
      ) : asked.value.length === 0 ? (
        <p class="soft">No tag yet. Those you use appear here.</p>
      ) : (
        <ul class="rows">
          {asked.value.map((tag) => (
            <li key={`${tag.account.id} ${tag.place?.id ?? ''} ${tag.id}`}>
              <Switch
                checked={tag.pinned}
                onChange={(pinned) => void handlePin(asked.value, tag, pinned)}
                label={
                  <>
                    Pin <span dir="auto">{tag.name}</span>{' '}
                    <small dir="auto">
                      {[tag.account.name, tag.place?.name].filter(Boolean).join(', ')}
                    </small>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
      <SavedLine saying={saying} />
    </Section>
  );
}
