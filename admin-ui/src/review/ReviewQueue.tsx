import { useMatch } from 'react-router-dom';
import { ViewList } from '../views/ViewList';
import { QueueBody } from './QueueBody';

/** 学时（分）审核: the queue and, at `/hour-reviews/{id}/show`, one record of it. The list stays mounted behind, so "next" is at hand. */
export default function ReviewQueue() {
  const open = useMatch('/hour-reviews/:id/show');
  return <ViewList resource="hour-reviews" body={QueueBody} bare={open !== null} />;
}
