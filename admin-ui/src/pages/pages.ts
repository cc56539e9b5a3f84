import type { Module, UserType } from '@xueshi/core';
import { type FunctionComponent, type LazyExoticComponent, lazy } from 'react';
import { declarationText } from '../messages/professional';
import { ViewResource } from '../views/ViewResource';

type Page = LazyExoticComponent<FunctionComponent> | FunctionComponent;

/** A page of the panel that is not a resource's list or detail. */
export interface PanelPage {
  /** Address, e.g. `/declare`. */
  path: string;
  /** Shown and reachable only for these user types and with this module; the server checks again whatever the page asks for. */
  userTypes: UserType[];
  module: Module;
  /** Entry in the menu, before the server's entries of the same group; absent: no entry. */
  menu?: { name: string; group: string };
  Page: Page;
}

/** Home page of each user type. */
export const homePages: Record<UserType, Page> = {
  bureau: lazy(() => import('../home/OfficeHome')),
  authority: lazy(() => import('../home/OfficeHome')),
  employer: lazy(() => import('../home/OfficeHome')),
  base: lazy(() => import('../home/OfficeHome')),
  professional: lazy(() => import('../professional/HomePage')),
};

export const panelPages: PanelPage[] = [
  {
    path: '/declare',
    userTypes: ['professional'],
    module: 'hour-declare',
    menu: { name: declarationText.title, group: declarationText.group },
    Page: lazy(() => import('../professional/DeclarePage')),
  },
  { path: '/declare/:id', userTypes: ['professional'], module: 'hour-declare', Page: lazy(() => import('../professional/CorrectPage')) },
];

/**
 * What is drawn below `/{resource}`: the component gets the whole subtree of addresses (`/{resource}`, `/{resource}/12/show`).
 * Keyed by `resource`, or by `resource/userType` where one user type sees something else. Absent: the generic list and detail of the view.
 */
const resourcePages: Record<string, Page> = {
  'hour-reviews': lazy(() => import('../review/ReviewQueue')),
  'hour-records': lazy(() => import('../review/HourRecords')),
  professionals: lazy(() => import('../person/Professionals')),
};

/** The component of a resource for a user type. */
export const resourcePage = (resource: string, userType: UserType): Page => resourcePages[`${resource}/${userType}`] ?? resourcePages[resource] ?? ViewResource;
