import { type Identity, Refusal } from '@xueshi/core';
import type { Declarer } from './declarer.sql';

/** The professional record of somebody signed in as a professional. */
export function ownProfessional(identity: Identity): number {
  if (identity.professionalId === null) throw new Refusal(403, 'not-professional', '请以专业技术人员身份登录');
  return identity.professionalId;
}

/** The professional record a declaration is made for: one's own, in a unit that is not closed. */
export function declaringProfessional(identity: Identity): number {
  if (identity.readOnly) throw new Refusal(403, 'read-only', '本单位已注销，只能查看');
  return ownProfessional(identity);
}

/** Only somebody in office may declare; while a transfer is open nobody knows whose chain it would be (decision 19). */
export function checkDeclarer(declarer: Declarer | undefined): Declarer {
  if (!declarer) throw new Refusal(403, 'not-professional', '没有您的专业技术人员信息');
  if (declarer.status === 'transferring') throw new Refusal(409, 'transfer-open', '单位调转正在审核，暂不能申报学时；如需申报，请先撤销调转');
  if (declarer.status !== 'active') throw new Refusal(403, 'not-active', '您当前不是在册状态，不能申报学时');
  if (declarer.organizationStatus !== 'active') throw new Refusal(403, 'organization-closed', '所在单位已停用，不能申报学时');
  return declarer;
}
