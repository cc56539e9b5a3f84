import type { Core } from '@strapi/strapi';
import { henan } from '@xueshi/config';
import { scheduleClearing } from './api/attachment/schedule-clearing';
import { guardConfiguration } from './api/policy/guard-configuration';
import type { PolicyService } from './api/policy/services/policy';
import { scheduleSessionClearing } from './api/session/schedule-session-clearing';
import { applySchema } from './apply-schema';
import { closeStockRoutes } from './close-stock-routes';
import { describeContentTypes } from './describe-content-types';
import { guardBusinessData } from './guard-business-data';
import { loadDemo } from './load-demo';
import { publicUrlProblem } from './public-url-problem';
import { registerRooms } from './register-rooms';
import { vault } from './vault';

const policyOf = (strapi: Core.Strapi): PolicyService => strapi.service('api::policy.policy') as unknown as PolicyService;

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    closeStockRoutes(strapi);
    registerRooms(strapi);
    strapi
      .plugin('panel')
      .service('resources')
      .digestWith((idNumber: string) => vault().digest(idNumber));
    guardConfiguration(strapi);
    guardBusinessData(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const problem = publicUrlProblem(strapi.config.get<string>('server.host'), process.env.PUBLIC_URL);
    if (problem) strapi.log.warn(problem);
    await applySchema(strapi);
    await policyOf(strapi).start(henan);
    await describeContentTypes(strapi);
    await loadDemo(strapi);
    scheduleClearing(strapi);
    scheduleSessionClearing(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await policyOf(strapi).stop();
  },
};
