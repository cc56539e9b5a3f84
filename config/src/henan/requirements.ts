import type { RequirementInput } from '@xueshi/core';

/** 各年度合格学时标准 (F01–F03, decision 9). 郑州 is every code 4101xx; the province's own offices (410000) count as elsewhere. */
export const requirements: readonly RequirementInput[] = [
  { code: '2013-2015-junior', name: '2013—2015 年度 初级', yearFrom: 2013, yearTo: 2015, bands: ['junior'], generalHours: 22, specialtyHours: 52 },
  {
    code: '2013-2015-senior',
    name: '2013—2015 年度 中高级',
    yearFrom: 2013,
    yearTo: 2015,
    bands: ['intermediate', 'senior'],
    generalHours: 26,
    specialtyHours: 60,
  },
  { code: '2016-2017', name: '2016—2017 年度 郑州以外地区', yearFrom: 2016, yearTo: 2017, generalHours: 24, specialtyHours: 66 },
  {
    code: '2016-2017-zhengzhou',
    name: '2016—2017 年度 郑州地区',
    yearFrom: 2016,
    yearTo: 2017,
    regionPrefixes: ['4101'],
    generalHours: 30,
    specialtyHours: 60,
    priority: 10,
  },
  { code: '2018', name: '2018 年度起', yearFrom: 2018, yearTo: null, generalHours: 30, specialtyHours: 60 },
];
