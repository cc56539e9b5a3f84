import type { Identity, MembershipSummary, SessionAnswer, UserType } from '@xueshi/core';
import { type MembershipRow, type Queryable, selectMemberships } from './session.sql';
import { isUsable } from './sign-in';

const summary = (row: MembershipRow): MembershipSummary => ({
  id: row.id,
  userType: row.user_type as UserType,
  organizationName: row.organization_name,
  roleName: row.role_name ?? '',
});

/** The answer of GET and POST /api/session: who is signed in as what, and which other memberships he may switch to. */
export async function answerSession(
  db: Queryable,
  identity: Identity,
  facts: Pick<SessionAnswer, 'platformName' | 'attachments'> & { expiresAt: Date },
): Promise<SessionAnswer> {
  const all = await selectMemberships(db, identity.accountId);
  const active = all.find((row) => row.id === identity.membershipId);
  if (!active) throw new Error(`membership ${identity.membershipId} of a live session is gone`);
  const usable = all.filter(isUsable);
  return {
    account: { name: identity.accountName, maskedIdNumber: active.id_number_mask },
    membership: {
      ...summary(active),
      organizationId: identity.organizationId,
      organizationKind: identity.organizationKind,
      professionalId: identity.professionalId,
      super: identity.super,
    },
    memberships: usable.map(summary),
    modules: [...identity.modules],
    mustChangePassword: identity.mustChangePassword,
    platformName: facts.platformName,
    attachments: facts.attachments,
    expiresAt: facts.expiresAt.toISOString(),
  };
}
