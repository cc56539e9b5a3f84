-- needs: certificates
-- The running number of each year and region; what a certificate states is frozen.

create table if not exists certificate_sequences (
  year int not null,
  region_code text not null,
  last int not null check (last > 0),
  primary key (year, region_code)
);

create index if not exists certificates_issued on certificates (issued_at desc, id desc);

-- Only the status may change, and only once (X35).
create or replace function certificates_are_frozen() returns trigger language plpgsql as $$
begin
  if old.status = 'revoked' or (new.number, new.subject, new.subject_id, new.year, new.snapshot, new.verification_code, new.issued_at, new.edition)
    is distinct from (old.number, old.subject, old.subject_id, old.year, old.snapshot, old.verification_code, old.issued_at, old.edition) then
    raise exception 'certificate % is frozen', old.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger certificates_frozen before update on certificates for each row execute function certificates_are_frozen();
