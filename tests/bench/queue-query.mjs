/** The reviewer's queue as one would write it by hand: 25 rows with everything the list shows, and the number of all. $1: the office. */
export const queuePage = `
  select r.id, rv.version, p.id as "professionalId", p.name as "professionalName", a.id_number_mask as "maskedIdNumber", o.id as "organizationId",
         o.name as "organizationName", r.year, r.source, r.form, r.subject, r.title, r.starts_on as "startsOn", r.ends_on as "endsOn", r.assessment,
         r.certificate_number as "certificateNumber", r.declared_hours::float as "declaredHours", r.computed_hours::float as "computedHours",
         r.confirmed_hours::float as "confirmedHours", r.general_hours::float as "generalHours", r.specialty_hours::float as "specialtyHours", rv.status,
         rv.step_since as "stepSince", rv.step_due as "stepDue", rv.submitted_at as "submittedAt", r.decided_at as "decidedAt", rv.round, rv.lane,
         (select count(*)::int from attachments f where f.hour_record_id = r.id) as "attachmentCount"
    from reviews rv
    join hour_records r on r.id = rv.subject_id
    join professionals p on p.id = r.professional_id
    join up_users a on a.id = p.account_id
    join organizations o on o.id = r.organization_id
   where rv.current and rv.subject = 'hour-record' and rv.status = 'pending' and rv.organization_id = $1
   order by rv.step_since, rv.id limit 25`;

export const queueCount = `
  select count(*)::int as total from (select from reviews rv
   where rv.current and rv.subject = 'hour-record' and rv.status = 'pending' and rv.organization_id = $1 limit 10001) counted`;
