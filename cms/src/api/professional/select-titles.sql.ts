import type { Sql } from '@xueshi/plugin-panel';

/** Every title of one professional, the latest first: `id, series, levelCode, name, obtainedOn, certificateNumber, primary`. */
export const selectTitles = (professionalId: number): Sql => ({
  sql:
    'select id, series, level_code as "levelCode", name, obtained_on::text as "obtainedOn", certificate_number as "certificateNumber", "primary" ' +
    'from professional_titles where professional_id = ? order by obtained_on desc nulls last, id desc',
  bindings: [professionalId],
});
