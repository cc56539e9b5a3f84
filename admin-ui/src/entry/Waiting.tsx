import { sessionText } from '../messages/session';

/** While a page of the product is on its way. */
export function Waiting() {
  return (
    <div className="waiting" aria-busy="true">
      <p role="status">{sessionText.loading}</p>
    </div>
  );
}
