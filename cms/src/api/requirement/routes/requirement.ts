import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::requirement.requirement', { only: ['find', 'findOne'] });
