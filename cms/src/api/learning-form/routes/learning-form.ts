import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::learning-form.learning-form', { only: ['find', 'findOne'] });
