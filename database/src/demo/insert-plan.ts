import { hash } from '@node-rs/bcrypt';
import { maskIdNumber, maskMobile } from '@xueshi/core';
import type { ClientBase } from 'pg';
import type { Vault } from '../vault';
import { demoPassword } from './demo-accounts';
import { insertRows } from './insert-rows';
import type { DemoPlan } from './plan-demo';

/** Offices, accounts (ID numbers sealed), professionals with titles, memberships. The pack's panel roles must be loaded. */
export async function insertPeople(client: ClientBase, vault: Vault, { offices, people }: DemoPlan): Promise<void> {
  await insertRows(
    client,
    'organizations',
    {
      id: 'int',
      code: 'text',
      name: 'text',
      name_pinyin: 'text',
      kind: 'text',
      parent_id: 'int',
      region_code: 'text',
      nature: 'text',
      level: 'text',
      affiliation: 'text',
      address: 'text',
      contact: 'text',
      phone: 'text',
      status: 'text',
      created_at: 'timestamptz',
    },
    offices.organizations,
  );
  // One hash for all: every account has the same published password.
  const password = await hash(demoPassword, 10);
  const accounts = [...offices.accounts, ...people.map((person) => person.account)].map((account) => {
    const digest = vault.digest(account.id_number);
    return {
      id: account.id,
      name: account.name,
      username: digest,
      email: `${digest}@accounts.invalid`,
      provider: 'local',
      password,
      confirmed: true,
      blocked: false,
      id_number_digest: digest,
      id_number_cipher: vault.seal(account.id_number),
      id_number_mask: maskIdNumber(account.id_number),
      mobile_cipher: vault.seal(account.mobile),
      mobile_mask: maskMobile(account.mobile),
      must_change_password: false,
    };
  });
  await insertRows(
    client,
    'up_users',
    {
      id: 'int',
      name: 'text',
      username: 'text',
      email: 'text',
      provider: 'text',
      password: 'text',
      confirmed: 'boolean',
      blocked: 'boolean',
      id_number_digest: 'text',
      id_number_cipher: 'text',
      id_number_mask: 'text',
      mobile_cipher: 'text',
      mobile_mask: 'text',
      must_change_password: 'boolean',
    },
    accounts,
  );
  await insertRows(
    client,
    'professionals',
    {
      id: 'int',
      account_id: 'int',
      organization_id: 'int',
      name: 'text',
      name_pinyin: 'text',
      gender: 'text',
      birth_date: 'date',
      education: 'text',
      degree: 'text',
      school: 'text',
      major: 'text',
      status: 'text',
    },
    people.map((person) => person.professional),
  );
  await insertRows(
    client,
    'professional_titles',
    {
      id: 'int',
      professional_id: 'int',
      series: 'text',
      level_code: 'text',
      name: 'text',
      obtained_on: 'date',
      certificate_number: 'text',
      primary: 'boolean',
    },
    people.flatMap((person) => person.titles),
  );
  const { rows: roles } = await client.query<{ id: number; code: string }>('select id, code from panel_roles where organization_id is null');
  const roleIds = new Map(roles.map((role) => [role.code, role.id]));
  const memberships = [...offices.memberships, ...people.map((person) => person.membership)].map((membership) => {
    const panel_role_id = roleIds.get(membership.role);
    if (panel_role_id === undefined) throw new Error(`panel role ${membership.role} is missing: load the policy pack first`);
    return { ...membership, panel_role_id };
  });
  await insertRows(
    client,
    'memberships',
    { id: 'int', account_id: 'int', user_type: 'text', organization_id: 'int', professional_id: 'int', panel_role_id: 'int', super: 'boolean', status: 'text' },
    memberships,
  );
}

/** Declarations with documents, reviews and history, annual results, certificates and their running numbers. */
export async function insertWork(client: ClientBase, plan: DemoPlan): Promise<void> {
  await insertRows(
    client,
    'hour_records',
    {
      id: 'int',
      professional_id: 'int',
      organization_id: 'int',
      year: 'int',
      source: 'text',
      form: 'text',
      subject: 'text',
      title: 'text',
      starts_on: 'date',
      ends_on: 'date',
      assessment: 'text',
      certificate_number: 'text',
      values: 'jsonb',
      explanation: 'jsonb',
      declared_hours: 'numeric',
      computed_hours: 'numeric',
      confirmed_hours: 'numeric',
      general_hours: 'numeric',
      specialty_hours: 'numeric',
      status: 'text',
      submitted_at: 'timestamptz',
      decided_at: 'timestamptz',
      filed_at: 'timestamptz',
      created_by_membership_id: 'int',
    },
    plan.declared.map(({ record }) => record),
  );
  await insertRows(
    client,
    'attachments',
    { account_id: 'int', hour_record_id: 'int', document: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', file_key: 'text' },
    plan.attachments.map(({ row }) => row),
  );
  await insertRows(
    client,
    'reviews',
    {
      id: 'int',
      subject: 'text',
      subject_id: 'int',
      round: 'int',
      current: 'boolean',
      status: 'text',
      lane: 'text',
      year: 'int',
      route: 'jsonb',
      step: 'int',
      organization_id: 'int',
      applicant_account_id: 'int',
      applicant_organization_id: 'int',
      owner_account_id: 'int',
      submitted_at: 'timestamptz',
      step_since: 'timestamptz',
      step_due: 'timestamptz',
      closed_at: 'timestamptz',
      last_organization_id: 'int',
      version: 'int',
    },
    plan.reviews,
  );
  await insertRows(
    client,
    'review_decisions',
    {
      review_id: 'int',
      subject: 'text',
      subject_id: 'int',
      round: 'int',
      step: 'int',
      decision: 'text',
      organization_id: 'int',
      organization_name: 'text',
      account_id: 'int',
      membership_id: 'int',
      actor_name: 'text',
      reason: 'text',
      marks: 'jsonb',
      before: 'jsonb',
      after: 'jsonb',
      created_at: 'timestamptz',
    },
    plan.decisions,
  );
  await insertRows(
    client,
    'annual_results',
    {
      id: 'int',
      professional_id: 'int',
      year: 'int',
      organization_id: 'int',
      region_code: 'text',
      band: 'text',
      general_hours: 'numeric',
      specialty_hours: 'numeric',
      required_general: 'numeric',
      required_specialty: 'numeric',
      passed: 'boolean',
      passed_at: 'timestamptz',
      flags: 'jsonb',
    },
    plan.results,
  );
  await insertRows(
    client,
    'certificates',
    {
      id: 'int',
      number: 'text',
      subject: 'text',
      subject_id: 'int',
      holder_account_id: 'int',
      year: 'int',
      status: 'text',
      snapshot: 'jsonb',
      verification_code: 'text',
      issued_at: 'timestamptz',
      revoked_at: 'timestamptz',
      revoke_reason: 'text',
      edition: 'int',
    },
    plan.certificates,
  );
  await client.query(
    `insert into certificate_sequences as s (year, region_code, last)
     select year, split_part(number, '-', 3), max(split_part(number, '-', 4)::int) from certificates group by 1, 2
     on conflict (year, region_code) do update set last = greatest(s.last, excluded.last)`,
  );
}
