import type { PackSource } from '../load-pack';
import { organizationDictionaries } from './dictionaries/organization';
import { personDictionaries } from './dictionaries/person';
import { recordDictionaries } from './dictionaries/record';
import { titleDictionaries } from './dictionaries/title';
import { achievementForms } from './forms/achievement';
import { activityForms } from './forms/activity';
import { trainingForms } from './forms/training';
import { regions } from './regions';
import { requirements } from './requirements';
import { moduleNames, roles } from './roles';
import { routes } from './routes';
import { settings } from './settings';
import { hourViews } from './views/hours';
import { registryViews } from './views/registry';
import { resultViews } from './views/results';

/** The pack of Henan as written, not yet checked. */
export const henanSource: PackSource = {
  code: 'henan',
  name: '河南省专业技术人员继续教育',
  settings: { file: 'henan/settings.ts', value: settings },
  moduleNames: { file: 'henan/roles.ts', value: moduleNames },
  dictionaries: [
    { file: 'henan/dictionaries/title.ts', rows: titleDictionaries },
    { file: 'henan/dictionaries/organization.ts', rows: organizationDictionaries },
    { file: 'henan/dictionaries/person.ts', rows: personDictionaries },
    { file: 'henan/dictionaries/record.ts', rows: recordDictionaries },
  ],
  regions: [{ file: 'henan/regions.ts', rows: regions }],
  learningForms: [
    { file: 'henan/forms/training.ts', rows: trainingForms },
    { file: 'henan/forms/achievement.ts', rows: achievementForms },
    { file: 'henan/forms/activity.ts', rows: activityForms },
  ],
  requirements: [{ file: 'henan/requirements.ts', rows: requirements }],
  routes: [{ file: 'henan/routes.ts', rows: routes }],
  roles: [{ file: 'henan/roles.ts', rows: roles }],
  views: [
    { file: 'henan/views/hours.ts', rows: hourViews },
    { file: 'henan/views/results.ts', rows: resultViews },
    { file: 'henan/views/registry.ts', rows: registryViews },
  ],
};
