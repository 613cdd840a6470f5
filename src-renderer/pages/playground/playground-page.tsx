import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { readNumber } from '../../components/read-number.ts';
import { ConversationList } from './list/conversation-list.tsx';
import { NewConversation } from './new-conversation.tsx';
import { OpenConversation } from './open-conversation.tsx';
import { usePlaygroundPreferences } from './playground-preferences.ts';
import classes from './playground.module.css';

/** Talks with a model that has the desk's tools. */
export function PlaygroundPage() {
  const { id: named } = useParams();
  const id = readNumber(named);
  const wide = useMediaQuery('(min-width: 1001px)', window.innerWidth > 1000);
  const listOpen = usePlaygroundPreferences((preferences) => preferences.listOpen) ?? wide;
  const showList = (open: boolean): void => void usePlaygroundPreferences.setState({ listOpen: open });
  // Where it covers the conversation, it goes once one was chosen.
  useEffect(() => {
    if (!wide) usePlaygroundPreferences.setState({ listOpen: undefined });
  }, [id, wide]);
  const list = { listOpen, onList: () => showList(true) };
  return (
    <div className={classes['page']}>
      {listOpen && <ConversationList openId={id} onClose={() => showList(false)} />}
      {id === undefined ? (
        <NewConversation {...list} missing={named !== undefined} />
      ) : (
        <OpenConversation id={id} {...list} />
      )}
    </div>
  );
}
