import type { PanelPolicy } from '../resource';

/** What compiling needs besides the resource, the identity and the request. */
export interface Environment {
  policy: PanelPolicy;
  /** HMAC of an ID number, as in `up_users.id_number_digest`. */
  digest(idNumber: string): string;
  /** Only a request that carries its filters in the body may search by ID number: addresses end up in logs. */
  idNumbers: 'accepted' | 'refused';
}
