-- needs: up_users, memberships
-- Tables no Strapi type describes: nobody should see or edit them in the administration.

-- What the data key makes of a known text: a start with another key is refused (check-data-key.ts).
create table if not exists xueshi_data_key (
  id int primary key check (id = 1),
  value text not null
);

create table if not exists account_sessions (
  token_digest text primary key,
  account_id int not null references up_users (id) on delete cascade,
  membership_id int not null references memberships (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index if not exists account_sessions_account on account_sessions (account_id);
create index if not exists account_sessions_membership on account_sessions (membership_id);
create index if not exists account_sessions_expiry on account_sessions (expires_at);

create table if not exists sign_in_attempts (
  id bigint generated always as identity primary key,
  account_id int references up_users (id) on delete cascade,
  address text not null,
  succeeded boolean not null,
  at timestamptz not null default now()
);
create index if not exists sign_in_attempts_account on sign_in_attempts (account_id, at);
create index if not exists sign_in_attempts_address on sign_in_attempts (address, at);

create table if not exists captcha_solutions (
  signature text primary key,
  expires_at timestamptz not null
);
create index if not exists captcha_solutions_expiry on captcha_solutions (expires_at);
