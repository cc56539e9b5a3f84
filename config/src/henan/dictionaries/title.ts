import type { PackInput } from '@xueshi/core';
import { items } from './items';
import { titleNames } from './title-names';

/** 职称系列 (27, the ministry's table of 2021), 职称级别 and the titles of each series (dictionaries.md §1, §2). */
export const titleDictionaries: PackInput['dictionaries'] = [
  {
    code: 'title-series',
    name: '专业技术职务系列',
    items: items(
      '01 高等学校教师 02 哲学社会科学研究人员 03 自然科学研究人员 04 卫生技术人员 05 工程技术人员 06 农业技术人员 07 新闻专业人员 08 出版专业人员 09 图书资料专业人员 10 文物博物专业人员 ' +
        '11 档案专业人员 12 工艺美术专业人员 13 技工院校教师 14 体育专业人员 15 翻译专业人员 16 播音主持专业人员 17 会计人员 18 统计专业人员 19 经济专业人员 20 实验技术人才 21 中等职业学校教师 ' +
        '22 中小学教师 23 艺术专业人员 24 公共法律服务专业人员 25 船舶专业技术人员 26 民用航空飞行技术人员 27 审计专业人员 98 其他（政工、党校等） 99 未取得职称',
    ),
  },
  { code: 'title-level', name: '职称级别', items: items('1 正高级 2 副高级 3 中级 4 助理级 5 员级 9 无') },
  { code: 'title-band', name: '职称档次', items: items('senior 高级 intermediate 中级 junior 初级') },
  { code: 'title-name', name: '职称名称', items: titleNames },
  {
    code: 'legacy-title-series',
    name: '旧职称系列对照（导入用）',
    items: [
      { code: 'customs', name: '海关人员', parent: '98' },
      { code: 'coach', name: '体育教练员', parent: '14' },
      { code: 'broadcaster', name: '广播电视播音人员', parent: '16' },
      { code: 'lawyer', name: '律师', parent: '24' },
      { code: 'notary', name: '公证员', parent: '24' },
    ],
  },
];
