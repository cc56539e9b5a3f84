import type { Core } from '@strapi/strapi';
import review from './content-types/review/schema.json';
import decision from './content-types/review-decision/schema.json';
import substitution from './content-types/review-substitution/schema.json';
import type { ReviewEngine } from './create-engine';
import engine from './services/engine';

export type { Correction } from './correct-review';
export { createEngine, type EngineGround, type ReviewEngine } from './create-engine';
export { type CurrentReview, currentReview } from './current-review.sql';
export type { ReviewHistory } from './read-history';
export type { ReviewRow } from './review-row';
export type { Database, Sql } from './statement';
export { defineReviewSubject, type Obstacle, type ReviewEvent, type ReviewSubject } from './subject';
export type { Submission } from './submit-review';

/** The engine of the running application. */
export const reviewEngine = (strapi: Core.Strapi): ReviewEngine => strapi.plugin('review').service('engine') as ReviewEngine;

/** What Strapi loads of the plugin. */
export default {
  contentTypes: { review: { schema: review }, 'review-decision': { schema: decision }, 'review-substitution': { schema: substitution } },
  services: { engine },
};
