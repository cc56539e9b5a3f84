import { z } from 'zod';
import { type Module, type UserType, userTypes } from '../policy/role';

/** POST /api/session. `captcha`: base64 payload of the proof of work from GET /api/session/challenge. */
export const signInRequest = z.strictObject({
  userType: z.enum(userTypes),
  idNumber: z.string().trim().toUpperCase().min(1, '请输入身份证号').max(18),
  password: z.string().min(1, '请输入密码').max(128),
  captcha: z.string().max(4096).optional(),
  membershipId: z.number().int().positive().optional().describe('which one, when the account has several of this user type'),
});
export type SignInRequest = z.output<typeof signInRequest>;

/** PUT /api/session: make another membership of the same account the active one. */
export const switchRequest = z.strictObject({ membershipId: z.number().int().positive() });

/** PUT /api/session/password. Ends every session of the account. */
export const passwordRequest = z.strictObject({ oldPassword: z.string().min(1).max(128), newPassword: z.string().min(1).max(128) });

/** One role account the person may switch to. */
export interface MembershipSummary {
  id: number;
  userType: UserType;
  organizationName: string;
  roleName: string;
}

/** GET /api/session and the answer of POST /api/session (there with `token` for programs). */
export interface SessionAnswer {
  token?: string;
  account: { name: string; maskedIdNumber: string };
  membership: MembershipSummary & { organizationId: number; organizationKind: string; professionalId: number | null; super: boolean };
  memberships: MembershipSummary[];
  modules: Module[];
  mustChangePassword: boolean;
  platformName: string;
  /** What may be attached to a declaration; the server checks it again. */
  attachments: { maximumBytes: number; maximumFiles: number; types: readonly string[] };
  expiresAt: string;
}
