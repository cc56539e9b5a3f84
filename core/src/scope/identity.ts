import type { Module, UserType } from '../policy/role';

/** Who is asking, resolved from the session by the server for every request. Nothing of it comes from the request's body. */
export interface Identity {
  sessionId: string;
  accountId: number;
  accountName: string;
  membershipId: number;
  userType: UserType;
  /** The office, or the professional's employer. */
  organizationId: number;
  organizationName: string;
  organizationKind: string;
  /** Materialised path of the organization in the tree, e.g. `1.12.340.`: a subtree is one range of it. */
  organizationPath: string;
  /** Set exactly for the user type `professional`. */
  professionalId: number | null;
  modules: ReadonlySet<Module>;
  super: boolean;
  /** A deregistered organization may sign in and read (decision 22). */
  readOnly: boolean;
  mustChangePassword: boolean;
}
